namespace TikTok.ContentPosting.Tests.Uploads.Media;

/// <summary>What is wrong with a video is found in its headers, and not by TikTok an hour later.</summary>
public sealed class VideoDetailsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("isom", false, false, VideoContainer.Mp4, "video/mp4")]
    [InlineData("mp42", true, false, VideoContainer.Mp4, "video/mp4")]
    [InlineData("isom", false, true, VideoContainer.Mp4, "video/mp4")]
    [InlineData("qt  ", true, true, VideoContainer.QuickTime, "video/quicktime")]
    public async Task A_movie_tells_container_duration_picture_frames_and_codec(string brand, bool indexLast, bool wide, VideoContainer container, string mediaType)
    {
        var details = await ReadAsync(Movie.Mp4(12.5, 1080, 1920, 29.97, "hvc1", brand, indexLast, wide, media: 100_000));

        Assert.Equal((container, mediaType, "hvc1", 1080, 1920), (details.Container, details.MediaType, details.Codec, details.Width, details.Height));
        Assert.Equal(12.5, details.Duration!.Value.TotalSeconds, 3);
        Assert.Equal(29.97, details.FrameRate!.Value, 0.05);
        Assert.Empty(details.FindProblems(maxDurationSeconds: 60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_WebM_tells_the_same(bool live)
    {
        var details = await ReadAsync(Matroska.File(seconds: live ? null : 12.5, frameNanoseconds: 40_000_000, live: live));

        Assert.Equal((VideoContainer.WebM, "video/webm", "V_VP9", 1080, 1920, 25d), (details.Container, details.MediaType, details.Codec, details.Width, details.Height, details.FrameRate));
        Assert.Equal(live ? null : TimeSpan.FromSeconds(12.5), details.Duration);
        Assert.Empty(details.FindProblems());
    }

    [Fact]
    public async Task A_fragmented_movie_tells_what_it_knows()
    {
        var details = await ReadAsync(Movie.Fragmented(42));

        Assert.Equal((TimeSpan.FromSeconds(42), 720, 1280, null), (details.Duration, details.Width, details.Height, details.FrameRate));
        Assert.Empty(details.FindProblems());
    }

    [Fact]
    public async Task A_QuickTime_file_of_old_has_no_type()
    {
        var movie = Movie.Mp4(brand: "qt  ");
        var withoutType = movie[16..];

        Assert.Equal((VideoContainer.QuickTime, 1080), await ReadAsync(withoutType) is var details ? (details.Container, details.Width) : default);
    }

    public static TheoryData<string, byte[], VideoProblemKind, string> Bad => new()
    {
        { "empty", [], VideoProblemKind.FileSize, "empty" },
        { "text", "this is no video at all, whatever it is called"u8.ToArray(), VideoProblemKind.Format, "no MP4, QuickTime (MOV) or WebM" },
        { "a few bytes", [1, 2, 3], VideoProblemKind.Format, "no MP4" },
        { "mkv", Matroska.File("matroska"), VideoProblemKind.Format, "Matroska" },
        { "cut off in its media", Movie.Mp4()[..^10], VideoProblemKind.Format, "cut off" },
        { "cut off WebM", Matroska.File()[..^10], VideoProblemKind.Format, "cut off" },
        { "no index", [.. Movie.Box("ftyp", "isom"u8.ToArray(), new byte[4]), .. Movie.Box("mdat", new byte[100])], VideoProblemKind.Format, "written to the end" },
        { "sound only", [.. Movie.Box("ftyp", "isom"u8.ToArray(), new byte[4]), .. Movie.Box("moov", Movie.Sound(3))], VideoProblemKind.Format, "no picture" },
        { "sound only WebM", Matroska.File(picture: false), VideoProblemKind.Format, "no picture" },
        { "codec", Movie.Mp4(codec: "av01"), VideoProblemKind.Codec, "'av01'" },
        { "too long for TikTok", Movie.Mp4(600.5), VideoProblemKind.Duration, "600 s" },
        { "too long for the creator", Movie.Mp4(300.5), VideoProblemKind.Duration, "lasts 300.5 s; this creator may post 300 s" },
        { "too few frames", Movie.Mp4(framesPerSecond: 15), VideoProblemKind.FrameRate, "15 frames" },
        { "too many frames", Movie.Mp4(framesPerSecond: 120), VideoProblemKind.FrameRate, "120 frames" },
        { "too small", Movie.Mp4(width: 358), VideoProblemKind.PictureSize, "358 x 1920" },
        { "too large", Movie.Mp4(height: 4098), VideoProblemKind.PictureSize, "1080 x 4098" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_TikTok_would_fail_is_a_problem(string what, byte[] video, VideoProblemKind kind, string message)
    {
        var problem = Assert.Single((await ReadAsync(video)).FindProblems(maxDurationSeconds: what.Contains("creator", StringComparison.Ordinal) ? 300 : null));

        Assert.Equal(kind, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        var details = await ReadAsync(Movie.Mp4(700, 200, 300, 10, "mp4v"));

        Assert.Equal([VideoProblemKind.Codec, VideoProblemKind.Duration, VideoProblemKind.FrameRate, VideoProblemKind.PictureSize], details.FindProblems().Select(static problem => problem.Kind));
    }

    [Theory]
    [InlineData(23.976)]
    [InlineData(59.94)]
    [InlineData(60)]
    public async Task Frame_rates_of_television_pass(double rate) => Assert.Empty((await ReadAsync(Movie.Mp4(100, framesPerSecond: rate))).FindProblems());

    [Fact]
    public async Task Of_a_stream_that_can_be_read_once_what_it_begins_with_is_looked_at_and_nothing_is_lost()
    {
        var bytes = Movie.Mp4(700, media: 300_000);
        var stream = new ForwardStream(new MemoryStream(bytes));
        var video = VideoFile.FromStream(stream, bytes.Length);

        var details = await video.ReadDetailsAsync(Cancellation);
        await video.ReadDetailsAsync(Cancellation);

        Assert.Equal([VideoProblemKind.Duration], details.FindProblems().Select(static problem => problem.Kind));
        Assert.Equal(64 << 10, stream.Taken);
        var opened = await video.OpenAsync(Cancellation);
        await opened.PrepareAsync(ChunkPlan.For(bytes.Length)[0], Cancellation);
        var read = new byte[bytes.Length];
        await opened.ReadExactlyAsync(0, read, Cancellation);
        Assert.Equal(bytes, read);
    }

    [Fact]
    public async Task An_index_at_the_end_is_no_problem_of_a_stream_that_can_be_read_once()
    {
        var bytes = Movie.Mp4(indexLast: true, media: 300_000);

        var details = await VideoFile.FromStream(new ForwardStream(new MemoryStream(bytes)), bytes.Length).ReadDetailsAsync(Cancellation);

        Assert.Equal((VideoContainer.Mp4, null), (details.Container, details.Duration));
        Assert.Empty(details.FindProblems());
    }

    [Fact]
    public async Task Damaged_headers_only_say_less()
    {
        var random = new Random(1);
        byte[][] videos = [Movie.Mp4(media: 50), Movie.Mp4(brand: "qt  ", indexLast: true, wide: true, media: 50), Movie.Fragmented(3), Matroska.File(), Matroska.File(live: true)];
        for (var round = 0; round < 4000; round++)
        {
            byte[] video = [.. videos[round % videos.Length]];
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                video[random.Next(Math.Min(video.Length, 900))] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
            }
            video = video[..random.Next(video.Length / 2, video.Length + 1)];

            var details = await ReadAsync(video);

            Assert.All(details.FindProblems(), static problem => Assert.DoesNotContain(problem.Message, static letter => char.IsControl(letter)));
        }
    }

    public static TheoryData<string, byte[]> Endless => new()
    {
        { "boxes of nothing", Repeat(Movie.Box("free"), 400_000) },
        { "boxes of no size", Repeat([0, 0, 0, 0, (byte)'f', (byte)'r', (byte)'e', (byte)'e'], 400_000) },
        { "a size that overflows", [.. Movie.Box("ftyp", "isom"u8.ToArray()), 0, 0, 0, 1, .. "mdat"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. new byte[100]] },
        { "tracks in tracks", Nest("moov", "trak", "mdia", "minf", "stbl", "mdia", "minf", "stbl", "mdia", "minf") },
        { "elements of nothing", [.. Matroska.Element(0x1A45DFA3, Matroska.Element(0x4282, "webm"u8.ToArray())), .. Repeat([0xEC, 0x80], 400_000)] },
        { "segments in segments", [.. Matroska.Element(0x1A45DFA3, Matroska.Element(0x4282, "webm"u8.ToArray())), .. Repeat([0x18, 0x53, 0x80, 0x67, 0xFF], 100_000)] },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Headers_that_do_not_end_are_given_up_on(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        using var stream = new CountingStream(bytes);

        await VideoFile.FromStream(stream).ReadDetailsAsync(Cancellation);

        Assert.InRange(stream.Reads, 1, 260);
    }

    [Theory]
    [InlineData("clip.mp4", "video/mp4")]
    [InlineData("CLIP.MP4", "video/mp4")]
    [InlineData("clip.mov", "video/quicktime")]
    [InlineData("clip.webm", "video/webm")]
    [InlineData("clip.bin", null)]
    public void A_name_tells_the_media_type(string name, string? mediaType)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, [1, 2, 3]);

            var video = VideoFile.FromPath(path);

            Assert.Equal((mediaType, 3, true), (video.MediaType, video.Length, video.CanSeek));
            Assert.DoesNotContain(folder.Name, video.ToString(), StringComparison.Ordinal);
            Assert.Equal("video/webm", VideoFile.FromPath(path, "video/webm").MediaType);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_cannot_be_a_video_is_refused_at_once()
    {
        Assert.Throws<FileNotFoundException>(() => VideoFile.FromPath("there/is/no/such.mp4"));
        Assert.Throws<ArgumentException>("mediaType", () => VideoFile.FromStream(new MemoryStream([1]), mediaType: "video/x-msvideo"));
        Assert.Throws<ArgumentException>("length", () => VideoFile.FromStream(new ForwardStream(new MemoryStream([1]))));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => VideoFile.FromStream(new MemoryStream([1]), 2));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => VideoFile.FromStream(new MemoryStream([1]), -1));
        var closed = new MemoryStream();
        closed.Dispose();
        Assert.Throws<ArgumentException>("stream", () => VideoFile.FromStream(closed));
    }

    private static Task<VideoDetails> ReadAsync(byte[] video) => VideoFile.FromStream(new MemoryStream(video)).ReadDetailsAsync(Cancellation);

    private static byte[] Repeat(byte[] part, int times) => [.. Enumerable.Repeat(part, times).SelectMany(static bytes => bytes)];

    private static byte[] Nest(params string[] types) => types.Reverse().Aggregate(Array.Empty<byte>(), static (inner, type) => Movie.Box(type, inner, inner));

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int Reads { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
