using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>Whatever happens to a chunk on its way: it arrives once, or the caller gets a typed outcome that says what to do.</summary>
public sealed class FaultTests
{
    private const int Chunk = UploadStage.ChunkSize;
    private const int Size = UploadStage.Size;

    /// <summary>What passes: a fault for one request, and the place of that request among all.</summary>
    public static TheoryData<string, Fault, int> Passing
    {
        get
        {
            (string Name, Fault Fault)[] faults =
            [
                ("dropped before", Fault.DropBeforeReading),
                ("dropped in the body", Fault.DropInRequestBody(3_000_000)),
                ("dropped after: taken, but the answer is lost", Fault.DropAfterProcessing),
                ("500", Fault.Reply(500)),
                ("502 with a page of a gateway", Fault.Reply(502, "<html>bad gateway</html>", "text/html")),
                ("503 that asks to wait", Fault.Refuse(ErrorCodes.InternalError, 503, retryAfter: "7")),
                ("504, and yet taken", Fault.Reply(504, afterProcessing: true)),
                ("503 in the body", Fault.ReplyInRequestBody(503, afterBytes: 1_000_000)),
                ("429", Fault.Reply(429)),
                ("408", Fault.Reply(408)),
                ("a part is taken, and more is asked for", Fault.TakePart(1_234_567)),
                ("a part is taken, and the server fails", Fault.TakePart(1_234_567, 500)),
                ("a part is taken, and the connection breaks", Fault.TakePart(1_234_567, statusCode: null)),
                ("200 for a success", Fault.Reply(200, afterProcessing: true)),
                ("416 without a range, and the chunk was not taken", Fault.Reply(416)),
                ("416 without a range, and the chunk was taken", Fault.Reply(416, afterProcessing: true)),
                ("201 without a range where 206 is due, or the other way round", Fault.Reply(201, afterProcessing: true)),
                ("206 without a range where 201 is due, or the other way round", Fault.Reply(206, afterProcessing: true)),
                ("206, but nothing was taken", Fault.TakePart(0)),
                ("slow", Fault.ReadSlowly(TimeSpan.FromMilliseconds(50))),
                ("late", Fault.Delay(TimeSpan.FromSeconds(20))),
            ];
            var rows = new TheoryData<string, Fault, int>();
            foreach (var (name, fault) in faults)
            {
                for (var chunk = 0; chunk < 3; chunk++)
                {
                    rows.Add(name, fault, chunk);
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_costs_a_chunk_at_most(string name, Fault fault, int chunk)
    {
        Assert.NotEmpty(name);
        await using var stage = await UploadStage.SetAsync();
        // In the place of the answer to that chunk.
        var options = stage.Options(onCheckpoint: session =>
        {
            if (session.UploadedBytes == chunk * (long)Chunk && stage.Puts.Count == chunk)
            {
                stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, fault);
            }
        });

        var session = await stage.UploadAsync(chunk == 2 ? UploadStage.Forward() : UploadStage.Video, options);

        Assert.True(session.IsComplete);
        Assert.InRange(stage.Puts.Count, 3, 5);
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_chunk_is_sent_again_until_the_retries_are_used_up_and_can_be_resumed()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(503), times: 6);

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Equal((503, true, RetryAdvice.BackOff, 6), (failure.StatusCode, failure.CanResume, failure.RetryAdvice, stage.Puts.Count));
        Assert.Equal((stage.Post.PublishId, 0), (failure.PublishId, failure.Session.UploadedBytes));
        Assert.Contains($"The upload of {stage.Post.PublishId}: 0 of {Size} bytes failed with status 503", failure.Message, StringComparison.Ordinal);
        await stage.ResumeElsewhereAsync();
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task Waits_between_attempts_double_and_follow_the_server()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(500), times: 3);
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Refuse(ErrorCodes.InternalError, retryAfter: "11"));

        await stage.UploadAsync();

        var waits = ((Harness.JumpingTimeProvider)stage.Time).Waits;
        Assert.Equal(4, waits.Count);
        Assert.InRange(waits[0].TotalSeconds, 0.8, 1.2);
        Assert.InRange(waits[1].TotalSeconds, 1.6, 2.4);
        Assert.InRange(waits[2].TotalSeconds, 3.2, 4.8);
        Assert.Equal(11, waits[3].TotalSeconds);
        Assert.Equal(4, stage.Progress[^1].Retries);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_longer_wait_than_is_allowed_ends_the_upload_for_now()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Refuse(ErrorCodes.InternalError, 503, retryAfter: "600"));

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Equal((true, TimeSpan.FromMinutes(10)), (failure.CanResume, failure.RetryAfter));
    }

    public static TheoryData<int, string> Final => new()
    {
        { 400, "headers or the length" },
        { 401, "something else may have answered" },
        { 302, "redirects" },
        { 307, "redirects" },
        { 413, "something else may have answered" },
        { 501, "something else may have answered" },
    };

    [Theory]
    [MemberData(nameof(Final))]
    public async Task What_does_not_pass_ends_the_upload_at_once(int status, string what)
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(status));

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Equal((status, false, RetryAdvice.Never), (failure.StatusCode, failure.CanResume, failure.RetryAdvice));
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.LogId);
        Assert.Contains(failure.LogId, failure.Message, StringComparison.Ordinal);
        Assert.Single(stage.Puts);
    }

    [Theory]
    [InlineData(403, "expired")]
    [InlineData(404, "does not know")]
    public async Task A_URL_that_works_no_more_is_an_outcome_of_its_own(int status, string what)
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(status));

        var failure = await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync());

        Assert.Equal((status, false), (failure.StatusCode, failure.CanResume));
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Single(stage.Emulator.Posts);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_URL_that_works_no_more_after_its_last_chunk_may_have_done_its_work(int status)
    {
        await using var stage = await UploadStage.SetAsync();
        var options = stage.Options(onCheckpoint: session =>
        {
            if (session.UploadedBytes == 2 * Chunk)
            {
                stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.DropAfterProcessing);
                stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(status));
            }
        });

        await stage.UploadAsync(options: options);

        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_chunk_is_not_begun_when_the_hour_is_over()
    {
        await using var stage = await UploadStage.SetAsync(jumping: false);
        var options = stage.Options(onCheckpoint: session =>
        {
            if (session.UploadedBytes == Chunk)
            {
                stage.Time.Advance(TimeSpan.FromHours(1));
            }
        });

        var failure = await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync(options: options));

        Assert.Null(failure.StatusCode);
        Assert.Equal(Chunk, failure.Session.UploadedBytes);
        Assert.Equal(stage.Time.Start + TimeSpan.FromHours(1), failure.Session.ExpiresAt);
        Assert.Single(stage.Puts);
    }

    [Fact]
    public async Task Nor_is_one_waited_for_that_could_not_be_sent_any_more()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(500), times: 100);
        var options = stage.Options();
        (options.MaxRetries, options.MaxDelay) = (1000, TimeSpan.FromSeconds(99));

        await Assert.ThrowsAsync<VideoUploadExpiredException>(() => stage.UploadAsync(options: options));

        Assert.InRange(stage.Puts.Count, 35, 50);
        Assert.True(stage.Time.GetUtcNow() < stage.Time.Start + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_connection_on_which_nothing_moves_is_given_up()
    {
        await using var stage = await UploadStage.SetAsync();
        using var handler = new DeadHandler();
        using var uploads = new VideoUploads(stage.Client, handler);
        var session = await uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        var upload = uploads.SendAsync(session, UploadStage.Video, stage.Options(), UploadStage.Cancellation);
        await handler.IsDead;
        stage.Time.Advance(new VideoUploadOptions().StallTimeout);
        await upload;

        Assert.Equal(1, stage.Progress[^1].Retries);
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_line_may_be_slow_as_long_as_something_moves_and_the_chunk_is_in_time()
    {
        await using var stage = await UploadStage.SetAsync();
        var slow = stage.Options(progress => stage.Time.Advance(TimeSpan.FromSeconds(progress.SentBytes > progress.UploadedBytes ? 90 : 0)));

        await stage.UploadAsync(options: slow);

        Assert.Equal(3, stage.Puts.Count);
        stage.ShouldHaveArrived();
        (slow.ChunkTimeout, slow.MaxRetries) = (TimeSpan.FromMinutes(5), 1);
        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync(options: slow));
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.True(failure.CanResume);
    }

    [Fact]
    public async Task Contradictions_do_not_go_on_for_ever()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(416), times: 100);

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        Assert.Equal((416, true), (failure.StatusCode, failure.CanResume));
        Assert.InRange(stage.Puts.Count, 2, 10);
    }

    [Fact]
    public async Task Where_the_status_cannot_be_asked_the_headers_have_to_do()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.ScopeNotAuthorized), times: 100);
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.DropAfterProcessing);

        await stage.UploadAsync();

        stage.ShouldHaveArrived();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(416));
        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());
        Assert.Contains("does not say how much it has", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_TikTok_gave_up_takes_no_bytes()
    {
        await using var stage = await UploadStage.SetAsync();
        var session = await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);
        stage.Post.Continue(new PostScript().ThenFail(FailReasons.AuthRemoved));
        var stored = VideoUploadSession.Parse(session.ToUtf8Json(), session.UploadUrl.Reveal());

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.Uploads.SendAsync(stored, UploadStage.Video, null, UploadStage.Cancellation));
        var outcome = await stage.Uploads.ResumeAsync(stored, UploadStage.Video, null, UploadStage.Cancellation);

        Assert.Contains("auth_removed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(FailReason.AuthRemoved, Assert.IsType<PostFailed>(outcome).Reason);
        Assert.Empty(stage.Puts);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_does_not_go_back_further_than_its_chunk()
    {
        await using var stage = await UploadStage.SetAsync();
        var options = stage.Options(onCheckpoint: session =>
        {
            if (session.UploadedBytes == 2 * Chunk)
            {
                // A server that has lost a chunk.
                stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(416));
                stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Reply(200, $$$"""{"data":{"status":"PROCESSING_UPLOAD","uploaded_bytes":{{{Chunk}}}},"error":{"code":"ok"}}"""));
            }
        });

        var failure = await Assert.ThrowsAsync<VideoChangedException>(() => stage.UploadAsync(UploadStage.Forward(), options));

        Assert.Contains("cannot go back", failure.InnerException!.Message, StringComparison.Ordinal);
        await stage.ResumeElsewhereAsync();
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_video_that_ends_too_early_or_cannot_be_read_is_no_fault_of_TikToks()
    {
        await using var stage = await UploadStage.SetAsync();
        var shorter = new MemoryStream(UploadStage.Bytes[..(Size - 1)]);
        var session = await stage.Uploads.OpenDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        var cut = await Assert.ThrowsAsync<VideoChangedException>(() => stage.UploadAsync(VideoFile.FromStream(new ForwardStream(shorter, 100_000), Size)));
        await Assert.ThrowsAsync<VideoChangedException>(() => stage.Uploads.SendAsync(session, VideoFile.FromStream(new FailingStream(UploadStage.Bytes, after: 2 * Chunk)), null, UploadStage.Cancellation));

        Assert.IsType<EndOfStreamException>(cut.InnerException);
        Assert.Equal(2, stage.Emulator.Posts.Count);
    }

    /// <summary>Takes the first request, and neither reads nor answers it.</summary>
    private sealed class DeadHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly TaskCompletionSource _isDead = new();

        public Task IsDead => _isDead.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_isDead.TrySetResult())
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class FailingStream(byte[] bytes, long after) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            // The ends are looked at first.
            Position > after && Position < Length - 100_000 ? throw new IOException("The disk is gone.") : base.ReadAsync(buffer, cancellationToken);
    }
}
