using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>Reads how much TikTok has from an answer's <c>Content-Range</c>: <c>bytes 0-{UPLOADED_BYTES}/{TOTAL}</c>.</summary>
internal static class ReceivedRange
{
    private const string Start = "bytes 0-";

    /// <summary>The number of bytes that TikTok has; null when the header does not say it.</summary>
    public static long? Read(string? header, ChunkPlan plan)
    {
        if (header is null || !header.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var rest = header.AsSpan(Start.Length);
        var slash = rest.IndexOf('/');
        return slash > 0
            && long.TryParse(rest[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (rest[(slash + 1)..] is "*" || (long.TryParse(rest[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total == plan.VideoSize))
            ? Interpret(number, plan)
            : null;
    }

    /// <summary>TikTok counts bytes, where HTTP would have the place of the last one: a number that is one less than the end of a chunk means that end.</summary>
    public static long? Interpret(long number, ChunkPlan plan) =>
        number < 0 || number > plan.VideoSize ? null
        : !plan.IsBoundary(number) && plan.IsBoundary(number + 1) ? number + 1
        : number;
}
