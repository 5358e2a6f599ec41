namespace TikTok.ContentPosting;

/// <summary>
/// One upload in this process: chunk after chunk, each as often as it takes. TikTok's word on how much it has is what counts: chunks follow it, forth and back.
/// </summary>
internal sealed class VideoSending
{
    // How often in a row TikTok may say another number without taking a byte.
    private const int MostMoves = 5;

    private readonly VideoUploadOptions _options;
    private readonly VideoBytes _bytes;
    private readonly TimeProvider _time;
    private readonly UploadMeter _meter;
    private readonly UploadStatus _status;
    private readonly ChunkTransport _transport;

    private VideoUploadSession _session;
    private int _failures;
    private int _moves;
    private bool _mayHaveArrived;

    /// <exception cref="VideoUploadException">The upload URL leads elsewhere than to TikTok.</exception>
    public VideoSending(ContentPostingClient client, HttpClient http, VideoUploadSession session, VideoBytes bytes, VideoUploadOptions options)
    {
        (_session, _bytes, _options, _time) = (session, bytes, options, client.TimeProvider);
        var address = UploadAddress.Find(session.UploadUrl.Reveal(), client.BaseAddress) ?? throw Failure(
            ChunkAnswer.None,
            "The upload URL is no https address of TikTok (*.tiktokapis.com), and none of the emulator that the client talks to. Nothing was sent there.",
            RetryAdvice.Never);
        _meter = new UploadMeter(options.Progress, _time);
        _status = new UploadStatus(client, session, options);
        _transport = new ChunkTransport(http, address, bytes, session, options, _time, _meter);
    }

    private ChunkPlan Plan => _session.Plan;

    /// <summary>Sends what TikTok does not have yet.</summary>
    /// <returns>The session, complete.</returns>
    public async Task<VideoUploadSession> RunAsync(CancellationToken cancellationToken)
    {
        if (!_session.IsNew && !_session.IsComplete && await _status.AskAsync(cancellationToken).ConfigureAwait(false) is { } known)
        {
            _session = _session.At(known);
        }
        _meter.MoveTo(_session);
        while (!_session.IsComplete)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RefuseExpired(TimeSpan.Zero, ChunkAnswer.None);
            var chunk = Plan.From(_session.UploadedBytes);
            await PrepareAsync(chunk, cancellationToken).ConfigureAwait(false);
            await FollowAsync(chunk, await _transport.SendAsync(chunk, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        _bytes.Release();
        return _session;
    }

    private Task FollowAsync(VideoChunk chunk, ChunkAnswer answer, CancellationToken cancellationToken) => answer.Status switch
    {
        200 or 201 or 206 => TakenAsync(chunk, answer, cancellationToken),
        416 => MoveAsync(chunk, answer, answer.Received, cancellationToken),
        403 or 404 => GoneAsync(chunk, answer, cancellationToken),
        _ when answer.IsTransient => AgainAsync(chunk, answer, cancellationToken),
        >= 300 and < 400 => throw Failure(answer, "The upload URL redirects, and a video is sent nowhere but to the URL that TikTok gave.", RetryAdvice.Never),
        400 => throw Failure(answer, "TikTok finds the headers or the length of a chunk wrong. Did the plan or the media type change since the upload was opened?", RetryAdvice.Never),
        _ => throw Failure(answer, "TikTok does not say this to a chunk, so something else may have answered in its place.", RetryAdvice.Never),
    };

    private async Task TakenAsync(VideoChunk chunk, ChunkAnswer answer, CancellationToken cancellationToken)
    {
        // 206 asks for more, 201 for none: where that does not fit the chunk, and no range tells more, TikTok is asked.
        var fits = answer.Status == 200 || answer.Status == (chunk.IsLast ? 201 : 206);
        var received = answer.Received ?? (fits ? chunk.Last + 1 : await _status.AskAsync(cancellationToken).ConfigureAwait(false));
        if (received is not { } next || next <= chunk.First || next > chunk.Last + 1)
        {
            await MoveAsync(chunk, answer, received, cancellationToken).ConfigureAwait(false);
            return;
        }
        (_failures, _moves, _mayHaveArrived) = (0, 0, false);
        await GoOnAtAsync(next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>TikTok is elsewhere than the chunk is.</summary>
    private async Task MoveAsync(VideoChunk chunk, ChunkAnswer answer, long? received, CancellationToken cancellationToken)
    {
        if (received is null || received == chunk.First)
        {
            received = await _status.AskAsync(cancellationToken).ConfigureAwait(false) ?? received;
        }
        if (received is not { } next)
        {
            throw Failure(answer, "TikTok does not take the chunk, and does not say how much it has. Resume the upload later.", RetryAdvice.BackOff);
        }
        if (++_moves > MostMoves)
        {
            throw Failure(answer, "TikTok says again and again that it has another part of the video than it had. Resume the upload later.", RetryAdvice.BackOff);
        }
        if (next == chunk.First)
        {
            await WaitAsync(_moves, answer, cancellationToken).ConfigureAwait(false);
        }
        await GoOnAtAsync(next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The URL works no more; after the last chunk it may have done its work, and the answer that said so was lost.</summary>
    private async Task GoneAsync(VideoChunk chunk, ChunkAnswer answer, CancellationToken cancellationToken)
    {
        if (chunk.IsLast && _mayHaveArrived && await _status.AskAsync(cancellationToken).ConfigureAwait(false) == Plan.VideoSize)
        {
            await GoOnAtAsync(Plan.VideoSize, cancellationToken).ConfigureAwait(false);
            return;
        }
        throw new VideoUploadExpiredException(_session, answer, answer.Status == 403
            ? "TikTok says that the upload URL has expired. Opening another post is the caller's decision."
            : "TikTok does not know the upload any more. Opening another post is the caller's decision.");
    }

    private async Task AgainAsync(VideoChunk chunk, ChunkAnswer answer, CancellationToken cancellationToken)
    {
        _mayHaveArrived = true;
        if (++_failures > _options.MaxRetries)
        {
            throw Failure(answer, $"The chunk {chunk} was sent {_failures} times without success. Resume the upload later.", RetryAdvice.BackOff);
        }
        _meter.Retry();
        await WaitAsync(_failures, answer, cancellationToken).ConfigureAwait(false);
        if (answer.Received is { } next && next > chunk.First && next <= chunk.Last + 1)
        {
            await GoOnAtAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(int round, ChunkAnswer answer, CancellationToken cancellationToken)
    {
        var doubled = _options.BaseDelay * Math.Pow(2, Math.Min(round - 1, 20)) * (0.8 + (0.4 * Random.Shared.NextDouble()));
        var delay = answer.RetryAfter ?? (doubled < _options.MaxDelay ? doubled : _options.MaxDelay);
        if (delay > _options.MaxDelay)
        {
            throw Failure(answer, $"TikTok asks to wait {Math.Ceiling(delay.TotalSeconds)} s, longer than the options allow. Resume the upload then.", RetryAdvice.BackOff);
        }
        RefuseExpired(delay, answer);
        await Task.Delay(delay, _time, cancellationToken).ConfigureAwait(false);
    }

    private async Task GoOnAtAsync(long next, CancellationToken cancellationToken)
    {
        _session = _session.At(next);
        _meter.MoveTo(_session);
        if (_options.Checkpoint is { } checkpoint)
        {
            await checkpoint(_session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PrepareAsync(VideoChunk chunk, CancellationToken cancellationToken)
    {
        try
        {
            await _bytes.PrepareAsync(chunk, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new VideoChangedException("The video cannot be read any further: see the inner exception.", exception);
        }
    }

    private void RefuseExpired(TimeSpan wait, ChunkAnswer answer)
    {
        if (_time.GetUtcNow() + wait >= _session.ExpiresAt)
        {
            throw new VideoUploadExpiredException(
                _session, answer, "The upload URL was good for an hour, which is over before the next chunk could be sent. Opening another post is the caller's decision.");
        }
    }

    private VideoUploadException Failure(ChunkAnswer answer, string what, RetryAdvice advice) => new(_session, answer, what, advice);
}
