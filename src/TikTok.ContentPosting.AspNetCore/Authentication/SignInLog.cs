using Microsoft.Extensions.Logging;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What the handler logs: never a code, a state or a token.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(10, LogLevel.Warning, "A creator has signed in, but TikTok does not say who it is.")]
    public static partial void NoUser(ILogger logger, Exception exception);
}
