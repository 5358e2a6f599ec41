namespace TikTok.ContentPosting;

public sealed partial class InboxDraftUploadWorkflow
{
    static partial void Validate(InboxDraftUploadInputs inputs) =>
        InvalidInputException.ThrowIfAny([.. InputChecks.AccessToken(inputs.AccessToken), .. MediaUrls.Check(inputs.VideoUrl, PostKind.Video)]);
}
