namespace TikTok.ContentPosting;

/// <summary>A text that a post form shows: a key to translate it by, and what it says in English.</summary>
/// <param name="Key">The key, such as <c>consent.music</c>.</param>
/// <param name="English">The text in English.</param>
public sealed record FormText(string Key, string English)
{
    /// <summary>The documents that the text names, which have to be links.</summary>
    public IReadOnlyList<FormLink> Links { get; init; } = [];

    /// <summary>The text in English.</summary>
    public override string ToString() => English;
}
