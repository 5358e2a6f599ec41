using System.Text;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Something that happens instead of an answer. Immutable, so that one fault can spoil many answers.</summary>
public abstract class Fault
{
    private protected Fault()
    {
    }

    /// <summary>The connection is reset before the request's body is read: the request was not processed.</summary>
    public static Fault DropBeforeReading { get; } = new DropBeforeReadingFault();

    /// <summary>The connection is reset after the request was processed: the answer is lost, the post may exist.</summary>
    public static Fault DropAfterProcessing { get; } = new DropAfterProcessingFault();

    /// <summary>The request is processed, and the connection is reset in the middle of the answer's body.</summary>
    public static Fault DropInBody { get; } = new DropInBodyFault();

    /// <summary>The request is processed, and the answer arrives whole by HTTP's count, but its JSON stops halfway.</summary>
    public static Fault CutOff { get; } = new CutOffFault();

    /// <summary>TikTok's envelope with an error code, and the request is not processed.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/> or any other text.</param>
    /// <param name="statusCode">The HTTP status; by default the code's own.</param>
    /// <param name="retryAfter">A <c>Retry-After</c> header, in seconds or as a date.</param>
    /// <param name="afterProcessing">Whether the request is processed all the same, so that a post may exist.</param>
    public static Fault Refuse(string code, int? statusCode = null, string? retryAfter = null, bool afterProcessing = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return new RefuseFault(code, statusCode ?? ErrorCodes.StatusOf(code), retryAfter, afterProcessing);
    }

    /// <summary>Any answer at all, such as a gateway's HTML page, and the request is not processed.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The body's type.</param>
    /// <param name="afterProcessing">Whether the request is processed all the same, so that a post may exist.</param>
    public static Fault Reply(int statusCode, string body = "", string contentType = "application/json", bool afterProcessing = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new ReplyFault(statusCode, Encoding.UTF8.GetBytes(body), contentType, afterProcessing);
    }

    /// <summary>The answer comes late.</summary>
    /// <param name="latency">How late, by the emulator's clock.</param>
    /// <param name="then">What comes then; by default the true answer.</param>
    public static Fault Delay(TimeSpan latency, Fault? then = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return new DelayFault(latency, then);
    }

    /// <summary>An endless answer: JSON with a text of so many bytes in it. The request is processed.</summary>
    /// <param name="bytes">How many.</param>
    public static Fault Huge(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 0);
        return new HugeFault(bytes);
    }

    /// <summary>An empty answer while the request's body is still being sent: a gateway that has had enough. The request is not processed.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="afterBytes">How many bytes of the body are read before.</param>
    public static Fault ReplyInRequestBody(int statusCode, long afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new ReplyInRequestBodyFault(statusCode, afterBytes);
    }

    /// <summary>The connection breaks while the request's body is being sent. The request is not processed.</summary>
    /// <param name="afterBytes">How many bytes of the body are read before.</param>
    public static Fault DropInRequestBody(long afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new DropInRequestBodyFault(afterBytes);
    }

    /// <summary>Only the first bytes of an upload's chunk are taken, as the <c>Content-Range</c> of the answer says.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="statusCode">The HTTP status; null when the connection breaks instead.</param>
    public static Fault TakePart(long bytes, int? statusCode = 206)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new TakePartFault(bytes, statusCode);
    }

    /// <summary>An upload's chunk is read slowly, and taken.</summary>
    /// <param name="pause">The wait before each 64 KiB or less, by the emulator's clock.</param>
    public static Fault ReadSlowly(TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return new ReadSlowlyFault(pause);
    }

    internal abstract Task ApplyAsync(Exchange exchange);
}
