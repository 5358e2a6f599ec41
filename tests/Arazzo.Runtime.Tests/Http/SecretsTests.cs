using System.Diagnostics;
using System.Diagnostics.Metrics;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class SecretsTests
{
    public static TheoryData<string> Schemes => ["token", "headerKey", "queryKey", "cookieKey", "login"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Credentials_are_in_no_text(string scheme)
    {
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers =
        [
            RecordingHandler.Json($$"""{"id":"{{TestApi.Secret}}"}"""),
            RecordingHandler.Json($$$"""{"id":{"{{{TestApi.Secret}}} x":"{{{TestApi.Secret}}}"}}"""),
            RecordingHandler.Json($$"""{"error":"{{TestApi.Secret}} x"}""", 401),
            RecordingHandler.Json(TestApi.Secret, 500, "text/html"),
            RecordingHandler.Json("", 302, headers: [("Location", $"https://x.example/{TestApi.Secret}")]),
            RecordingHandler.Throws(new HttpRequestException(HttpRequestError.ConnectionError)),
            RecordingHandler.Throws(new IOException()),
        ];
        foreach (var answer in answers)
        {
            var provider = new StaticAccessTokenProvider(TestApi.Secret);
            var options = new ApiClientOptions { Credentials = { [scheme] = provider } };
            options.Resilience.BaseDelay = TimeSpan.Zero;
            using var recorded = new RecordedTelemetry();
            using var handler = new RecordingHandler(answer);
            using var pipeline = new ApiPipeline(new HttpClient(handler), TestApi.Definition, options);
            var request = pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement(scheme))).Path($"/orders/{TestApi.Secret}").Query("q", TestApi.Secret);
            var call = new RequestOptions { Headers = { ["X-Secret"] = TestApi.Secret } };

            var response = await request.SendWithResponseAsync(call);

            Assert.NotEmpty(handler.Requests);
            foreach (var text in new object?[] { provider, options, call, request, response, response.Headers, response.Failure, response.Failure?.Message, recorded.Text })
            {
                Assert.DoesNotContain(TestApi.Secret, $"{text}", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>All that this runtime tells of while the test runs, as text. Other tests run at the same time: their calls are in it too, and harm nothing.</summary>
    private sealed class RecordedTelemetry : IDisposable
    {
        private readonly List<string> _texts = [];
        private readonly ActivityListener _activities;
        private readonly MeterListener _measurements = new();

        public RecordedTelemetry()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events)} {string.Join(' ', activity.Baggage)}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _measurements.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Arazzo.Runtime")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _measurements.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(string.Join(' ', tags.ToArray())));
            _measurements.Start();
        }

        public string Text
        {
            get
            {
                lock (_texts)
                {
                    Assert.NotEmpty(_texts);
                    return string.Join('\n', _texts);
                }
            }
        }

        public void Dispose()
        {
            _activities.Dispose();
            _measurements.Dispose();
        }

        private void Add(string text)
        {
            lock (_texts)
            {
                _texts.Add(text);
            }
        }
    }
}
