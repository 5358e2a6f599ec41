using System.Net;
using System.Net.Http.Headers;

namespace Benchmarks.Workflows;

/// <summary>Answers at once: each path with its answers by turns.</summary>
internal sealed class CannedHandler(params (string Path, byte[][] Answers)[] routes) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly int[] _turns = new int[routes.Length];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = Array.FindIndex(routes, route => request.RequestUri!.AbsolutePath == route.Path);
        var answers = routes[route].Answers;
        var turn = _turns[route];
        _turns[route] = (turn + 1) % answers.Length;
        var content = new ByteArrayContent(answers[turn]);
        content.Headers.ContentType = Json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
