namespace TikTok.ContentPosting.Emulator;

/// <summary>Whom a request is made for, and what its token may do.</summary>
internal readonly record struct Session(TikTokCreator Creator, IReadOnlyCollection<string> Scopes);
