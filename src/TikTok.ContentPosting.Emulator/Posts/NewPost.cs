namespace TikTok.ContentPosting.Emulator;

/// <summary>What an init operation wants to open.</summary>
/// <param name="Creator">For whom.</param>
/// <param name="Operation">The operation.</param>
/// <param name="IdPrefix">What the publish id begins with.</param>
/// <param name="IsDraft">Whether it goes to the inbox.</param>
/// <param name="IsPublic">Whether everybody will see it. The creator decides over a draft, so one counts as public.</param>
/// <param name="Media">How its media comes.</param>
internal sealed record NewPost(
    TikTokCreator Creator, EmulatorOperation Operation, string IdPrefix, bool IsDraft, bool IsPublic, MediaToCome Media)
{
    /// <summary>The caption; null for a draft, whose caption is the creator's.</summary>
    public string? Caption { get; init; }

    /// <summary>The status of the post while TikTok takes in the media.</summary>
    public string Processing => Media.Chunks is null ? PublishStatuses.ProcessingDownload : PublishStatuses.ProcessingUpload;

    /// <summary>What becomes of the post once its media is there, if nobody has scripted it. TikTok looks at the media after it has taken the post: PNG is found out then.</summary>
    public PostScript UsualEnd(TimeSpan processingTime)
    {
        var script = new PostScript().Then(Processing, processingTime);
        return Media.Urls.Any(static url => new Uri(url).AbsolutePath.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            ? script.ThenFail(FailReasons.FileFormatCheckFailed)
            : script.Then(IsDraft ? PublishStatuses.SendToUserInbox : PublishStatuses.PublishComplete);
    }
}
