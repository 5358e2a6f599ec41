namespace TikTok.ContentPosting.Emulator;

/// <summary>One request that has passed the token, scope and rate checks.</summary>
internal sealed record Call(Platform Platform, TikTokCreator Creator, ReadOnlyMemory<byte> Json)
{
    public DateTimeOffset Now { get; } = Platform.Options.TimeProvider.GetUtcNow();

    public RequestBody Body => RequestBody.Parse(Json);
}
