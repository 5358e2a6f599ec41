using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of canned answers.</summary>
public sealed class ResponseFeatureTests
{
    private const string Observed = "{\"id\":\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\",\"revision\":3}";
    private const string Planned = """
        var result = await client.PlanObservationAsync(new() { Title = "t" });
        return result.Match(created: observation => $"planned {observation.Revision}", accepted: job => $"job {job.Number}", noContent: () => "nothing");
        """;

    private const string Refused = """
        try { await client.PlanObservationAsync(new() { Title = "t" }); return null; }
        catch (ApiException<Quota> e) { return $"{e.StatusCode} wait {e.Error.Wait} {new PlanObservationHeaders(e.ResponseHeaders).RetryAfter}"; }
        catch (ApiException<Refusal> e) { return $"{e.StatusCode} {e.Error.Code}"; }
        catch (ApiException<string> e) { return $"{e.StatusCode} {e.Error}"; }
        """;

    [Theory]
    [InlineData("Every 2xx is typed: results", 201, "application/json", Observed, Planned, "planned 3")]
    [InlineData("Every 2xx is typed: results", 202, "application/json", "{\"number\":4}", Planned, "job 4")]
    [InlineData("Every 2xx is typed: results", 204, "", "", Planned, "nothing")]
    [InlineData("Typed errors: statuses, ranges such as `4XX`, `default`", 429, "application/json", "{\"wait\":5}", Refused, "429 wait 5 9")]
    [InlineData("Typed errors: statuses, ranges such as `4XX`, `default`", 409, "application/problem+json", "{\"code\":\"clash\"}", Refused, "409 clash")]
    [InlineData("Typed errors: statuses, ranges such as `4XX`, `default`", 500, "text/plain", "on fire", Refused, "500 on fire")]
    [InlineData("No body: 204, HEAD", 200, "application/xml", "", "await client.CheckWeatherAsync(); return \"there\";", "there")]
    [InlineData("Text", 200, "text/plain; charset=utf-8", "Per aspera", "return await client.GetMottoAsync();", "Per aspera")]
    [InlineData("Text of a number, a date, an enum", 200, "text/plain", "-1.5\n", "return (double)await client.GetBrightnessAsync() * 2;", "-3")]
    [InlineData("Bytes: a stream that is not buffered", 200, "image/fits", "SIMPLE", "await using Stream image = await client.GetImageAsync(7); return new StreamReader(image).ReadToEnd();", "SIMPLE")]
    [InlineData("Server-sent events are an `IAsyncEnumerable<T>`", 200, "text/event-stream", "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\n", "var text = \"\"; await foreach (var alert in client.WatchAlertsAsync()) text += alert.Text; return text;", "ab")]
    [InlineData("JSON lines are an `IAsyncEnumerable<T>`", 200, "application/x-ndjson", "{\"text\":\"a\"}\n{\"text\":\"b\",\"replies\":[{\"text\":\"c\"}]}\n", "var text = \"\"; await foreach (var entry in client.ReadLogAsync()) text += entry.Text + entry.Replies?[0].Text; return text;", "abc")]
    [InlineData("JSON with a parameter `stream`, such as Kubernetes' watch, is an `IAsyncEnumerable<T>`", 200, "application/json", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "var text = \"\"; await foreach (var entry in client.WatchLogAsync()) text += entry.Text; return text;", "ab")]
    [InlineData("A whole answer or a stream: a method for each", 200, "application/json", "{\"text\":\"a\"}", "return (await client.AskAsync(new())).Text;", "a")]
    [InlineData("A whole answer or a stream: a method for each", 200, "text/event-stream", "data: {\"text\":\"b\"}\n\n", "await foreach (var alert in client.AskAsEventsAsync(new() { Stream = true })) return alert.Text; return null;", "b")]
    [InlineData("Redirections are answers", 302, "", "", "var response = await client.GetLatestFrameWithResponseAsync(); return new GetLatestFrameHeaders(response.Headers).Location;", "https://a.test/1")]
    [InlineData("Typed headers", 201, "application/json", Observed, "var headers = new PlanObservationHeaders((await client.PlanObservationWithResponseAsync(new() { Title = \"t\" })).Headers); return $\"{((Uri)headers.Location!).Host} {headers.XRemaining + 1} {headers.XWarnings![1]}\";", "a.test 8 b, c")]
    [InlineData("Status, headers and raw bytes of every answer", 404, "application/problem+json", "{\"code\":\"gone\"}", "var response = await client.GetObservationWithResponseAsync(Guid.Empty); return $\"{response.StatusCode} {response.Headers[\"X-Remaining\"]} {Encoding.UTF8.GetString(response.RawBody.Span)} {response.TryGetError<Refusal>(out var refusal)} {refusal!.Code}\";", "404 7 {\"code\":\"gone\"} True gone")]
    [InlineData("A body that is not what the document says is an `ApiException` with status, bytes and place", 200, "application/json", "{\"id\":true}", "try { await client.GetObservationAsync(Guid.Empty); return null; } catch (ApiException e) { return $\"{e.StatusCode} {e.RawBody.Length} {e.Message.Contains(\"$.id\")}\"; }", "200 11 True")]
    public async Task Answer__is_what_the_document_says(string feature, int status, string mediaType, string body, string program, string expected)
    {
        var handler = new RecordingHandler().Answer(
            status, body, ("Content-Type", mediaType), ("Location", "https://a.test/1"), ("X-Remaining", "7"), ("X-Warnings", "a, \"b, c\""), ("Retry-After", "9"));
        var found = await FeatureApi.RunAsync(program, handler);
        Assert.True(expected == found, $"{feature}: {found}");
    }

    [Theory]
    [InlineData("Retries, only of what is safe to repeat", "GetMottoAsync", "", 2)]
    [InlineData("Retries, only of what is safe to repeat", "TelescopesParkAsync", "\"t\"", 1)]
    [InlineData("`x-idempotent`", "CancelObservationAsync", "Guid.Empty", 2)]
    public async Task Failure_that_may_pass__is_sent_again_when_that_is_safe(string feature, string method, string arguments, int requests)
    {
        var handler = new RecordingHandler().Answer(503, "", ("Retry-After", "0")).Answer(204, "x", ("Content-Type", "text/plain"));
        await FeatureApi.RunAsync(
            $"var options = Options(); options.Resilience.Enabled = true; using var safe = new ObservatoryClient(http, options); try {{ await safe.{method}({arguments}); }} catch (ApiException) {{ }} return null;", handler);
        Assert.True(requests == handler.Requests.Count, feature);
    }

    [Fact]
    [Trait("Feature", "`CancellationToken` in every method")]
    public async Task Cancelled_call__is_not_sent()
    {
        var handler = new RecordingHandler();
        Assert.Equal("cancelled", await FeatureApi.RunAsync(
            "try { await client.GetMottoAsync(cancellationToken: new CancellationToken(true)); return null; } catch (OperationCanceledException) { return \"cancelled\"; }", handler));
        Assert.Empty(handler.Requests);
    }
}
