using System.Net;
using System.Text;

/// <summary>Counts what holds and what does not.</summary>
internal static class Check
{
    private static int _passed;
    private static int _failed;

    public static async Task Run(string name, Func<Task<bool>> holds)
    {
        var isPassed = false;
        try
        {
            isPassed = await holds();
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception);
        }
        _ = isPassed ? _passed++ : _failed++;
        Console.WriteLine($"{(isPassed ? "passed" : "FAILED")}: {name}");
    }

    /// <summary>Prints the numbers; returns the program's exit code.</summary>
    public static int Summary()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0 ? 0 : 1;
    }
}

/// <summary>Plays an API: gives the answers written for a path in turn, the last one again and again.</summary>
internal sealed class FakeApi(Dictionary<string, string[]> answers) : HttpMessageHandler
{
    private readonly Dictionary<string, int> _calls = [];

    public List<(string Path, string? Authorization, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((path, request.Headers.Authorization?.ToString(), body));
        if (!answers.TryGetValue(path, out var scripted))
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        }
        var call = _calls[path] = _calls.GetValueOrDefault(path) + 1;
        return new HttpResponseMessage { Content = new StringContent(scripted[Math.Min(call, scripted.Length) - 1], Encoding.UTF8, "application/json") };
    }
}
