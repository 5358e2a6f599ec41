using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Arazzo.Runtime;

/// <summary>Where spans and measurements come from: subscribe to <c>Arazzo.Runtime</c>.</summary>
internal static class RuntimeTelemetry
{
    public const string Name = "Arazzo.Runtime";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
