using System.Diagnostics;
using System.Diagnostics.Metrics;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class OperationTelemetryTests
{
    public static TheoryData<string, string?, int, int?> Answers => new()
    {
        // answer, error.type, attempts, status
        { "ok", null, 1, 200 },
        { "404", "404", 1, 404 },
        { "503", "503", 3, 503 },
        { "refused", "ConnectionError", 3, null },
        { "lost", "System.IO.IOException", 3, null },
        { "unreadable", "System.Text.Json.JsonReaderException", 1, 200 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Operation_has_a_span_and_a_duration(string answer, string? errorType, int attempts, int? status)
    {
        // A name of its own: other tests run at the same time.
        var path = $"/{Guid.NewGuid():N}/{{id}}";
        var operation = new ApiOperation<Order>("traced", HttpMethod.Get, path, true, [], ResponseCase.Json<Order, Order>(200));
        Activity? span = null;
        Dictionary<string, object?>? measured = null;
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => span = activity.DisplayName == $"GET {path}" ? activity : span,
        };
        ActivitySource.AddActivityListener(activities);
        using var measurements = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Arazzo.Runtime", Name: "arazzo.client.operation.duration", Unit: "s" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        measurements.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary();
            measured = Equals(all["url.template"], path) ? all : measured;
        });
        measurements.Start();
        using var handler = new RecordingHandler(answer switch
        {
            "ok" => RecordingHandler.Json("""{"id":"1"}"""),
            "refused" => RecordingHandler.Throws(new HttpRequestException(HttpRequestError.ConnectionError)),
            "lost" => RecordingHandler.Throws(new IOException()),
            "unreadable" => RecordingHandler.Json("{"),
            _ => RecordingHandler.Json("{}", int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture)),
        });
        using var pipeline = handler.Pipeline(static options =>
        {
            options.Resilience.Enabled = true;
            options.Resilience.MaxRetries = 2;
            options.Resilience.BaseDelay = TimeSpan.Zero;
        });

        await pipeline.Request(operation).Path($"/x/{"1"}").SendWithResponseAsync();

        Assert.NotNull(span);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal("GET", span.GetTagItem("http.request.method"));
        Assert.Equal(path, span.GetTagItem("url.template"));
        Assert.Equal("api.example.com", span.GetTagItem("server.address"));
        Assert.Equal(443, span.GetTagItem("server.port"));
        Assert.Equal("traced", span.GetTagItem("openapi.operation.id"));
        Assert.Equal(status, span.GetTagItem("http.response.status_code"));
        Assert.Equal(errorType, span.GetTagItem("error.type"));
        Assert.Equal(attempts > 1 ? attempts - 1 : null, (int?)span.GetTagItem("http.request.resend_count"));
        Assert.Equal(errorType is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, span.Status);
        Assert.NotNull(measured);
        Assert.Equal(errorType, measured.GetValueOrDefault("error.type"));
        Assert.Equal(status, measured.GetValueOrDefault("http.response.status_code"));
    }
}
