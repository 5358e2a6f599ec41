namespace TikTok.ContentPosting.Emulator;

/// <summary>Ends the processing of a request with an error envelope. It never leaves the emulator.</summary>
internal sealed class RefusalException(string code, string message, int? statusCode = null) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode ?? ErrorCodes.StatusOf(code);
}
