using System.Net;
using System.Text;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>Plays an API: gives scripted answers in turn and keeps what was asked.</summary>
public sealed class RecordingHandler : HttpMessageHandler
{
    private readonly Queue<Func<RecordedRequest, HttpResponseMessage>> _answers = new();

    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>The last request.</summary>
    public RecordedRequest Request => Requests[^1];

    public RecordingHandler Answer(int status, string json = "", params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var pairs = headers.ToArray();
        return Answer(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = json.Length == 0 ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json"),
            };
            foreach (var (name, value) in pairs)
            {
                if (!response.Headers.TryAddWithoutValidation(name, value))
                {
                    response.Content.Headers.Remove(name);
                    response.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }
            return response;
        });
    }

    public RecordingHandler Answer(Func<RecordedRequest, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>The connection breaks.</summary>
    public RecordingHandler Break() => Answer(static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection broke."));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        Requests.Add(recorded);
        if (!_answers.TryDequeue(out var answer))
        {
            throw new InvalidOperationException($"No answer is left for {recorded.Method} {recorded.Uri}.");
        }
        var response = answer(recorded);
        response.RequestMessage = request;
        return response;
    }
}
