using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// The span and the duration of one operation, all attempts together, named as OpenTelemetry names HTTP clients. Neither holds a query, a path's values, a header or
/// a body. It costs nothing when nobody looks.
/// </summary>
internal readonly struct OperationTelemetry
{
    private static readonly Histogram<double> Duration = RuntimeTelemetry.Meter.CreateHistogram<double>(
        "arazzo.client.operation.duration", "s", "Duration of an operation, all its attempts and the waits between them included.");

    private readonly Activity? _activity;
    private readonly ApiOperation _operation;
    private readonly ApiPipeline _pipeline;
    private readonly long? _started;

    private OperationTelemetry(Activity? activity, ApiOperation operation, ApiPipeline pipeline)
    {
        _activity = activity;
        _operation = operation;
        _pipeline = pipeline;
        _started = Duration.Enabled ? pipeline.Options.TimeProvider.GetTimestamp() : null;
    }

    /// <summary>Whether anybody looks at spans or durations.</summary>
    public static bool IsWatched => RuntimeTelemetry.Source.HasListeners() || Duration.Enabled;

    public static OperationTelemetry Start(ApiOperation operation, ApiPipeline pipeline)
    {
        var activity = RuntimeTelemetry.Source.HasListeners() ? RuntimeTelemetry.Source.StartActivity(operation.SpanName, ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", operation.Method.Method);
            activity.SetTag("url.template", operation.PathTemplate);
            activity.SetTag("server.address", pipeline.AddressOf(operation).Host);
            activity.SetTag("server.port", pipeline.AddressOf(operation).Port);
            activity.SetTag("openapi.operation.id", operation.Id);
        }
        return new OperationTelemetry(activity, operation, pipeline);
    }

    public void Stop(ApiResponse response, int attempts, ApiException? failure)
    {
        var error = failure is null ? null : ErrorType(failure);
        if (_activity is { IsAllDataRequested: true } activity)
        {
            if (response.StatusCode != 0)
            {
                activity.SetTag("http.response.status_code", response.StatusCode);
            }
            if ((failure?.RequestId ?? response.RequestId) is { } requestId)
            {
                activity.SetTag("openapi.request.id", requestId);
            }
            if (failure?.ErrorCode is { } code)
            {
                activity.SetTag("openapi.error.code", code);
            }
            if (attempts > 1)
            {
                activity.SetTag("http.request.resend_count", attempts - 1);
            }
        }
        Stop(error, response.StatusCode);
    }

    public void Stop(Exception exception) => Stop(exception.GetType().FullName, 0);

    private void Stop(string? error, int status)
    {
        if (_activity is { } activity)
        {
            if (error is not null)
            {
                activity.SetTag("error.type", error);
                activity.SetStatus(ActivityStatusCode.Error);
            }
            activity.Dispose();
        }
        if (_started is { } started)
        {
            var tags = new TagList
            {
                { "http.request.method", _operation.Method.Method },
                { "url.template", _operation.PathTemplate },
                { "server.address", _pipeline.AddressOf(_operation).Host },
                { "openapi.operation.id", _operation.Id },
            };
            if (status != 0)
            {
                tags.Add("http.response.status_code", status);
            }
            if (error is not null)
            {
                tags.Add("error.type", error);
            }
            Duration.Record(_pipeline.Options.TimeProvider.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    // Low in cardinality: the status of an error, else what kind of exception it was.
    private static string ErrorType(ApiException failure) => failure switch
    {
        { StatusCode: >= 300 and var status } => status.ToString(CultureInfo.InvariantCulture),
        { InnerException: HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } } => error.ToString(),
        { InnerException: { } inner } => inner.GetType().FullName!,
        _ => typeof(ApiException).FullName!,
    };
}
