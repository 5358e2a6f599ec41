using System.Reflection;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 32: the documents that everybody starts from are wrong. Ours are corrected and compiled, and each difference is written down.</summary>
public sealed class Demand32_CorrectedDocumentsTests
{
    private static readonly Type Client = typeof(ContentPostingClient);

    [Theory]
    [InlineData(typeof(InboxDraftUploadWorkflow))]
    [InlineData(typeof(DirectPostVideoWorkflow))]
    [InlineData(typeof(DirectPostPhotosWorkflow))]
    [InlineData(typeof(UploadPhotosToInboxWorkflow))]
    [InlineData(typeof(CancelAndConfirmWorkflow))]
    [InlineData(typeof(WaitUntilDeliveredWorkflow))]
    [InlineData(typeof(WaitUntilPublishedWorkflow))]
    [InlineData(typeof(WaitUntilPubliclyAvailableWorkflow))]
    public void Every_flow_is_a_document_that_is_compiled(Type workflow) => Assert.NotNull(workflow.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static));

    [Theory]
    [InlineData("QueryCreatorInfoAsync")]
    [InlineData("InitInboxVideoUploadAsync")]
    [InlineData("InitVideoPublishAsync")]
    [InlineData("InitPhotoPublishAsync")]
    [InlineData("GetPublishStatusAsync")]
    [InlineData("CancelPublishAsync")]
    public void Every_operation_is_there(string method) => Assert.NotNull(Client.GetMethod(method));

    [Theory]
    [InlineData("SENDING_TO_USER_INBOX")]
    [InlineData("video_size")]
    [InlineData("is_aigc")]
    [InlineData("fail_reason")]
    [InlineData("publicaly_available_post_id")]
    [InlineData("PROCESSING_DOWNLOAD")]
    [InlineData("PUBLIC_TO_EVERYONE")]
    [InlineData("scope_not_authorized")]
    [InlineData("cancel-and-confirm")]
    [InlineData("/v2/oauth/token/")]
    public void Each_difference_from_the_public_description_is_written_down(string what) =>
        Assert.Contains(what, File.ReadAllText(Path.Combine(Root, "docs", "tiktok-spec-corrections.md")), StringComparison.Ordinal);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TikTok.ContentPosting.Sdk.sln")))
            {
                folder = folder.Parent;
            }
            return folder!.FullName;
        }
    }
}
