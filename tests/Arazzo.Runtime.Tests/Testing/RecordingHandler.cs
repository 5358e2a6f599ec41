using System.Net;
using System.Text;

namespace Arazzo.Runtime.Tests;

/// <summary>Answers without a network, and keeps what was sent.</summary>
internal sealed class RecordingHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    public List<SentRequest> Requests { get; } = [];

    public SentRequest Request => Assert.Single(Requests);

    /// <summary>Done when a request has arrived.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Json(string body, int status = 200, string? mediaType = "application/json", params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(body), status, mediaType, headers);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Bytes(byte[] body, int status = 200, string? mediaType = "application/json", params (string Name, string Value)[] headers) =>
        (_, _) =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            if (mediaType is not null)
            {
                answer.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            }
            foreach (var (name, value) in headers)
            {
                Assert.True(answer.Headers.TryAddWithoutValidation(name, value));
            }
            return Task.FromResult(answer);
        };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Throws(Exception exception) => (_, _) => throw exception;

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Never() => async (_, cancellationToken) =>
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new SentRequest(request.Method.Method, request.RequestUri!.AbsoluteUri, request.RequestUri.PathAndQuery, headers, body, request.Options));
        Arrived.TrySetResult();
        return await answers[Math.Min(Requests.Count, answers.Length) - 1](request, cancellationToken);
    }
}

internal sealed record SentRequest(string Method, string Address, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string? Body, HttpRequestOptions Options);
