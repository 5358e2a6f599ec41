namespace TikTok.ContentPosting.Emulator;

/// <summary>One operation of the API.</summary>
internal abstract class Endpoint
{
    public abstract EmulatorOperation Operation { get; }

    public virtual string Method => "POST";

    public abstract string Path { get; }

    /// <summary>Does what the operation does. Called for one request at a time.</summary>
    public abstract Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId);

    /// <summary>A refusal in the shape that the operation's errors have.</summary>
    public virtual Answer Refuse(string code, string message, int statusCode, string logId) => Answer.Refusal(code, message, statusCode, logId);
}
