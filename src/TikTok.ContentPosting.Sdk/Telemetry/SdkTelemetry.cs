using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TikTok.ContentPosting;

/// <summary>Where the SDK's own spans and measurements come from: subscribe to <c>TikTok.ContentPosting</c>. Calls and runs are the runtime's, <c>Arazzo.Runtime</c>.</summary>
internal static class SdkTelemetry
{
    public const string Name = "TikTok.ContentPosting";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
