using TikTok.ContentPosting;

const string Ok = """ "error":{"code":"ok","message":"","log_id":"1"} """;

await Check.Run("The draft workflow of the package runs until the draft is delivered", async () =>
{
    var api = new FakeApi(new()
    {
        ["/v2/post/publish/creator_info/query/"] = [$$"""{"data":{"creator_username":"ada","max_video_post_duration_sec":300},{{Ok}}}"""],
        ["/v2/post/publish/inbox/video/init/"] = [$$"""{"data":{"publish_id":"v_inbox_url~v2.123"},{{Ok}}}"""],
        ["/v2/post/publish/status/fetch/"] =
        [
            $$"""{"data":{"status":"PROCESSING_DOWNLOAD"},{{Ok}}}""",
            $$"""{"data":{"status":"SEND_TO_USER_INBOX"},{{Ok}}}""",
        ],
    });
    using var http = new HttpClient(api);
    using var tiktok = new ContentPostingClient(http);
    var inputs = new InboxDraftUploadInputs { AccessToken = "act.1", VideoUrl = new Uri("https://media.example.com/clip.mp4") };
    var run = await InboxDraftUploadWorkflow.RunAsync(tiktok, inputs, new WorkflowOptions { Polling = new PollingOptions { FirstDelay = TimeSpan.Zero } });
    return run.Outputs.PublishId == "v_inbox_url~v2.123"
        && run.Outputs.FinalStatus.ToString() == "SEND_TO_USER_INBOX"
        && run.Action == "delivered"
        && api.Requests.Count == 4
        && api.Requests.TrueForAll(static request => request.Authorization == "Bearer act.1");
});

return Check.Summary();
