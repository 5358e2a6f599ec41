namespace CreatorStudio;

internal static partial class StudioLog
{
    [LoggerMessage(LogLevel.Information, "The studio is at {Address}. It posts to {TikTok}.")]
    public static partial void StudioIsThere(this ILogger logger, Uri address, string tikTok);

    [LoggerMessage(LogLevel.Warning, "The settings of a creator could not be read.")]
    public static partial void SettingsNotRead(this ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Post {Id} was not sent or not followed to its end.")]
    public static partial void PostWentWrong(this ILogger logger, string id, Exception exception);
}
