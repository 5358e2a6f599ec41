namespace TikTok.ContentPosting.Emulator;

/// <summary>What a creator answers on the consent page.</summary>
public sealed class ConsentAnswer
{
    private ConsentAnswer(bool isGranted, TikTokCreator? creator, IReadOnlyList<string>? scopes) => (IsGranted, Creator, Scopes) = (isGranted, creator, scopes);

    /// <summary>The creator refuses to sign in.</summary>
    public static ConsentAnswer Deny { get; } = new(isGranted: false, null, null);

    internal bool IsGranted { get; }

    internal TikTokCreator? Creator { get; }

    internal IReadOnlyList<string>? Scopes { get; }

    /// <summary>The creator signs in.</summary>
    /// <param name="creator">Who signs in; null for the emulator's default creator.</param>
    /// <param name="scopes">What the creator grants of what is asked for; null for all of it.</param>
    /// <returns>The answer.</returns>
    public static ConsentAnswer Grant(TikTokCreator? creator = null, IReadOnlyList<string>? scopes = null) => new(isGranted: true, creator, scopes);
}
