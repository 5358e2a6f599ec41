namespace TikTok.ContentPosting;

/// <summary>What a caller may decide about an upload. Nothing has to be set.</summary>
public sealed class VideoUploadOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>
    /// Takes the session to store it: once before the first byte is sent, and after each chunk that TikTok has taken. The upload goes on when it returns. What it throws
    /// ends the upload, which can be resumed.
    /// </summary>
    public Func<VideoUploadSession, CancellationToken, ValueTask>? Checkpoint { get; set; }

    /// <summary>Hears of each mebibyte that is sent, of each chunk that is taken and of each one that has to be sent again.</summary>
    public IProgress<VideoUploadProgress>? Progress { get; set; }

    /// <summary>The creator's access token, for opening the post and reading its status, in place of the client's own. It is never sent with the video.</summary>
    public string? AccessToken { get; set; }

    /// <summary>How the end-to-end calls wait for the post once the video is there.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public WaitOptions Wait
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = new();

    /// <summary>The size of each chunk but the last, in bytes; null for what suits the video. <see cref="ChunkPlan.For(long, long)"/> has the rules.</summary>
    public long? ChunkSize { get; set; }

    /// <summary>Whether the headers of the video are read before anything is sent, and what TikTok would fail the post for is a <see cref="VideoRefusedException"/>. True by default.</summary>
    public bool CheckVideo { get; set; } = true;

    /// <summary>The longest video that the creator may post, in seconds (<see cref="CreatorInfo.MaxVideoPostDurationSec"/>); null when it is not known.</summary>
    public int? MaxDurationSeconds { get; set; }

    /// <summary>The time that one attempt to send a chunk may take. 15 minutes by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or longer than an hour.</exception>
    public TimeSpan ChunkTimeout
    {
        get;
        set => field = Check(value);
    } = TimeSpan.FromMinutes(15);

    /// <summary>The time in which some bytes have to go out, or the answer to come. 100 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or longer than an hour.</exception>
    public TimeSpan StallTimeout
    {
        get;
        set => field = Check(value);
    } = TimeSpan.FromSeconds(100);

    /// <summary>How often a chunk is sent again after a broken connection, a timeout, 408, 429 or a 5xx. 5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxRetries
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 5;

    /// <summary>The wait before a chunk is sent again, doubled each time, with jitter. 1 second by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or longer than an hour.</exception>
    public TimeSpan BaseDelay
    {
        get;
        set => field = Check(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a chunk is sent again. 30 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or longer than an hour.</exception>
    public TimeSpan MaxDelay
    {
        get;
        set => field = Check(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>What differs for calls of the client.</summary>
    internal RequestOptions? Request => AccessToken is { } token ? new RequestOptions { AccessToken = token } : null;

    internal WaitOptions WaitWith(PublishNotifications? notifications) => new()
    {
        Polling = Wait.Polling,
        Notifications = Wait.Notifications ?? notifications,
        AccessToken = Wait.AccessToken ?? AccessToken,
        Progress = Wait.Progress,
        TimeProvider = Wait.TimeProvider,
    };

    private static TimeSpan Check(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestTimeout);
        return value;
    }
}
