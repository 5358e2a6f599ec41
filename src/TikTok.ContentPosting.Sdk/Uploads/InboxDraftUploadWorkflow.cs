namespace TikTok.ContentPosting;

public sealed partial class InboxDraftUploadWorkflow
{
    static partial void Validate(InboxDraftUploadInputs inputs)
    {
        InputChecks.AccessToken("accessToken", inputs.AccessToken);
        InputChecks.MediaUrl("videoUrl", inputs.VideoUrl);
    }
}
