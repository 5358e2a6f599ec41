namespace TikTok.ContentPosting.Emulator;

/// <summary>What an init operation wants to open.</summary>
/// <param name="Creator">For whom.</param>
/// <param name="Operation">The operation.</param>
/// <param name="IdPrefix">What the publish id begins with.</param>
/// <param name="IsDraft">Whether it goes to the inbox.</param>
/// <param name="IsPublic">Whether everybody will see it. The creator decides over a draft, so one counts as public.</param>
/// <param name="MediaUrls">Where the media is pulled from; empty for an upload.</param>
internal sealed record NewPost(
    TikTokCreator Creator, EmulatorOperation Operation, string IdPrefix, bool IsDraft, bool IsPublic, IReadOnlyList<string> MediaUrls);
