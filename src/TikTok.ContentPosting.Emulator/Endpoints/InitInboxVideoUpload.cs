namespace TikTok.ContentPosting.Emulator;

internal sealed class InitInboxVideoUpload : InitEndpoint
{
    public override EmulatorOperation Operation => EmulatorOperation.InitInboxVideoUpload;

    public override string Path => "/v2/post/publish/inbox/video/init/";

    public override IReadOnlyList<string> Scopes { get; } = [TokenScopes.Upload];

    protected override NewPost Check(Call call)
    {
        var media = VideoSource.Check(call, call.Body.Object("source_info"));
        PostingRules.CheckDrafts(call);
        var prefix = media.Chunks is null ? "v_inbox_url~v2." : "v_inbox_file~v2.";
        return new NewPost(call.Creator, Operation, prefix, IsDraft: true, IsPublic: true, media);
    }
}
