using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arazzo.Runtime.Tests;

/// <summary>A server that reads whole requests and answers with whatever bytes a test wants on the wire; then it closes the connection, or resets it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, IEnumerable<byte[]>> _answer;
    private readonly bool _reset;
    private readonly Task _running;

    public LoopbackServer(Func<string, IEnumerable<byte[]>> answer, bool reset = false)
    {
        _answer = answer;
        _reset = reset;
        _listener.Start();
        _running = RunAsync();
    }

    public LoopbackServer(string answer, bool reset = false)
        : this(_ => [Encoding.Latin1.GetBytes(answer)], reset)
    {
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The requests as they came, head and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream);
            Requests.Enqueue(request);
            foreach (var part in _answer(request))
            {
                await stream.WriteAsync(part, _stop.Token);
            }
            if (_reset)
            {
                client.LingerState = new LingerOption(true, 0);
            }
        }
        catch (IOException)
        {
            // The client has gone, as some tests want it to.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer, _stop.Token) is var read and > 0)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        // The hello of a TLS client, to which this server knows no answer.
        if (text.StartsWith('\x16'))
        {
            return true;
        }
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }
        var length = text.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || text.Length - end - 4 >= int.Parse(length.AsSpan("Content-Length:".Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
