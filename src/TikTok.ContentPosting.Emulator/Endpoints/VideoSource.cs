namespace TikTok.ContentPosting.Emulator;

/// <summary>The <c>source_info</c> of a video.</summary>
internal static class VideoSource
{
    /// <summary>Checks it.</summary>
    /// <returns>How the video comes.</returns>
    public static MediaToCome Check(Call call, RequestBody sourceInfo)
    {
        if (sourceInfo.OneOf("source", "PULL_FROM_URL", "FILE_UPLOAD") == "PULL_FROM_URL")
        {
            var url = sourceInfo.Text("video_url");
            call.Platform.VerifiedUrls.Check(url, "video_url");
            return new MediaToCome([url]);
        }

        var chunks = new ChunkPlan(sourceInfo.Integer("video_size"), sourceInfo.Integer("chunk_size"), sourceInfo.Integer("total_chunk_count"));
        return MediaToCome.Uploaded(chunks.Checked());
    }
}
