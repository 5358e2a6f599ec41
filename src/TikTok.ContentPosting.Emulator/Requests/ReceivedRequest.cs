using System.Text;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A request as the emulator received it.</summary>
public sealed class ReceivedRequest
{
    internal ReceivedRequest(
        EmulatorOperation? operation, string method, string path, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        Operation = operation;
        Method = method;
        Path = path;
        Headers = headers;
        Body = body;
        ReceivedAt = receivedAt;
    }

    /// <summary>The operation; null for a path or method that the emulator does not have.</summary>
    public EmulatorOperation? Operation { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path and the query.</summary>
    public string Path { get; }

    /// <summary>The headers; case does not matter, several values of one header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The bearer token; null when there is none.</summary>
    public string? AccessToken => BearerToken.Of(Headers.GetValueOrDefault("Authorization"));

    /// <summary>The body's bytes; none for an upload, and none when the connection was dropped before they were read.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>When it came, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The HTTP status of the answer; null when none was sent.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>The code in the answer's JSON, such as <c>ok</c> or <c>access_token_invalid</c>; null when there is none.</summary>
    public string? AnswerCode { get; private set; }

    /// <summary>The method and the path without the query; never a token.</summary>
    public override string ToString() => $"{Method} {Path.Split('?')[0]}";

    internal void Answered(Answer answer) => (StatusCode, AnswerCode) = (answer.StatusCode, answer.Code);
}
