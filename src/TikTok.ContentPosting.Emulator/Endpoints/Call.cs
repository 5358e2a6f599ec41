namespace TikTok.ContentPosting.Emulator;

/// <summary>One request that has passed the token, scope and rate checks.</summary>
internal sealed record Call(Platform Platform, Session Session, string Query, ReadOnlyMemory<byte> Json)
{
    public TikTokCreator Creator => Session.Creator;

    /// <summary>What the token may do.</summary>
    public IReadOnlyCollection<string> Scopes => Session.Scopes;

    public DateTimeOffset Now { get; } = Platform.Options.TimeProvider.GetUtcNow();

    public RequestBody Body => RequestBody.Parse(Json);
}
