using Arazzo.Runtime;

namespace InboxDraftUpload;

/// <summary>What the command line asks for, checked.</summary>
internal sealed record UploadSettings
{
    /// <summary>The creator's token; null to run against an emulator in this process.</summary>
    public string? AccessToken { get; init; }

    public required Uri VideoUrl { get; init; }

    /// <summary>Where to send requests instead of TikTok.</summary>
    public Uri? BaseAddress { get; init; }

    public Scenario Scenario { get; init; }

    /// <summary>The run to go on with; null to start one.</summary>
    public StoppedRun? Resume { get; init; }

    /// <summary>Where to write the run when it stops before its end.</summary>
    public required FileInfo CheckpointFile { get; init; }

    /// <summary>How long to poll; null for the SDK's own limit on TikTok, and a short one on the emulator.</summary>
    public TimeSpan? Timeout { get; init; }

    public bool IsEmulated => AccessToken is null;

    /// <summary>TikTok takes a minute, the emulator seconds.</summary>
    public PollingOptions Polling
    {
        get
        {
            // Another address is an emulator in another process.
            var polling = IsEmulated || BaseAddress is not null
                ? new PollingOptions { FirstDelay = TimeSpan.FromSeconds(0.3), MaximumDelay = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(6) }
                : new PollingOptions();
            polling.TotalTimeout = Timeout ?? polling.TotalTimeout;
            return polling;
        }
    }
}
