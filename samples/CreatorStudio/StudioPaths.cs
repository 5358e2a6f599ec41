namespace CreatorStudio;

/// <summary>The paths that several places name.</summary>
internal static class StudioPaths
{
    public const string Home = "/";

    public const string SignIn = "/sign-in";

    public const string NotSignedIn = "/not-signed-in";

    public const string SignOut = "/sign-out";

    public const string Events = "/posts/events";

    public const string Webhooks = "/webhooks/tiktok";
}
