using TikTok.ContentPosting.Tests.Uploads;
using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 24: TikTok checks a video after it was uploaded, and says <c>file_format_check_failed</c> and no more. Here its headers are looked at before anything is sent.</summary>
public sealed class Demand24_MediaChecksComeLateTests
{
    public static TheoryData<string, byte[], VideoProblemKind> Suffered => new()
    {
        { "file_format_check_failed: an MKV that was renamed", Matroska.File("matroska"), VideoProblemKind.Format },
        { "file_format_check_failed: still being written", Movie.Mp4()[..^100], VideoProblemKind.Format },
        { "file_format_check_failed: AV1", Movie.Mp4(codec: "av01"), VideoProblemKind.Codec },
        { "duration_check_failed", Movie.Mp4(601), VideoProblemKind.Duration },
        { "frame_rate_check_failed", Movie.Mp4(framesPerSecond: 120), VideoProblemKind.FrameRate },
        { "picture_size_check_failed", Movie.Mp4(width: 240), VideoProblemKind.PictureSize },
    };

    [Theory]
    [MemberData(nameof(Suffered))]
    public async Task What_TikTok_would_say_in_an_hour_is_said_before_anything_is_sent(string suffered, byte[] bytes, VideoProblemKind kind)
    {
        Assert.NotEmpty(suffered);
        await using var stage = await UploadStage.SetAsync();

        var refused = await Assert.ThrowsAsync<VideoRefusedException>(() => stage.UploadAsync(VideoFile.FromStream(new MemoryStream(bytes))));

        Assert.Equal(kind, Assert.Single(refused.Problems).Kind);
        Assert.Empty(stage.Emulator.Requests);
    }

    [Fact]
    public async Task A_MOV_is_sent_as_QuickTime_whatever_it_is_called()
    {
        await using var stage = await UploadStage.SetAsync();
        using var file = new TemporaryFile(Movie.Mp4(brand: "qt  "), "clip.mp4");

        await stage.UploadAsync(VideoFile.FromPath(file.Path), new VideoUploadOptions());

        Assert.Equal("video/quicktime", Assert.Single(stage.Puts).Headers["Content-Type"]);
    }
}
