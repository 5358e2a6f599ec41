namespace TikTok.ContentPosting;

/// <summary>A document that a text names.</summary>
/// <param name="Text">The words in the English text that are the link.</param>
/// <param name="Url">Where it leads.</param>
public sealed record FormLink(string Text, Uri Url);
