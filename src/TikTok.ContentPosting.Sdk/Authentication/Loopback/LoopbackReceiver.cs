using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>Waits on this machine for the browser to come back. Anybody on the machine can come here, so only the sign-in's own state counts.</summary>
internal sealed class LoopbackReceiver : IDisposable
{
    private const int LongestRequest = 16 * 1024;

    private readonly TcpListener _listener;
    private readonly string _path;

    public LoopbackReceiver(Uri? redirectUri)
    {
        _path = redirectUri?.AbsolutePath ?? "/callback/";
        _listener = new TcpListener(IPAddress.Loopback, redirectUri?.Port ?? 0);
        _listener.Start();
        RedirectUri = redirectUri ?? new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_path}");
    }

    public Uri RedirectUri { get; }

    /// <summary>Waits for the callback of a sign-in.</summary>
    public async Task<TikTokCallback> ReceiveAsync(string state, CancellationToken cancellationToken)
    {
        var received = new TaskCompletionSource<TikTokCallback>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = AcceptAsync(state, received, ended.Token);
        try
        {
            await Task.WhenAny(received.Task, accepting).ConfigureAwait(false);
            // Accepting ends by itself only when it fails.
            return received.Task.IsCompleted ? await received.Task.ConfigureAwait(false) : throw await FailureAsync(accepting).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static async Task<Exception> FailureAsync(Task accepting)
    {
        await accepting.ConfigureAwait(false);
        return new InvalidOperationException("The listener has stopped.");
    }

    private async Task AcceptAsync(string state, TaskCompletionSource<TikTokCallback> received, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Side by side: browsers open connections in advance and send nothing on them.
            _ = ServeAsync(await _listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false), state, received, cancellationToken);
        }
    }

    private async Task ServeAsync(Socket socket, string state, TaskCompletionSource<TikTokCallback> received, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            var target = await ReadTargetAsync(stream, cancellationToken).ConfigureAwait(false);
            var query = target?.IndexOf('?', StringComparison.Ordinal) is { } begin and >= 0 && target[..begin] == _path ? target[begin..] : null;
            var callback = query is null ? null : TikTokCallback.Read(query);
            var isOurs = callback is not null && TikTokCallback.AreEqual(callback.State, state);
            await AnswerAsync(stream, isOurs ? callback : null, CancellationToken.None).ConfigureAwait(false);
            if (isOurs)
            {
                received.TrySetResult(callback!);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // That browser has gone, or the sign-in is over.
        }
    }

    /// <returns>The path and query of a GET; null for anything else.</returns>
    private static async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestRequest];
        var length = 0;
        while (length < buffer.Length && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }
            length += read;
        }
        var line = Encoding.ASCII.GetString(buffer, 0, length).Split("\r\n")[0].Split(' ');
        return line is ["GET", var target, _] ? target : null;
    }

    private static async Task AnswerAsync(NetworkStream stream, TikTokCallback? callback, CancellationToken cancellationToken)
    {
        var (status, text) = callback switch
        {
            null => ("404 Not Found", "There is nothing here."),
            { Error: null } => ("200 OK", "You are signed in. You can close this window."),
            _ => ("200 OK", "TikTok did not sign you in. You can close this window."),
        };
        var page = $"<!doctype html><meta charset=\"utf-8\"><title>Sign in with TikTok</title><p style=\"font:1.2rem system-ui;margin:4rem;text-align:center\">{text}</p>";
        var answer = $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n{page}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken).ConfigureAwait(false);
    }
}
