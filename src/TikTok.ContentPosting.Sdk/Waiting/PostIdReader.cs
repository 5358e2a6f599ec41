using System.Globalization;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>
/// Reads the ids of public posts. They have 19 digits, which a double rounds to those of another post, and they come as numbers or texts, as a list or alone.
/// </summary>
internal static class PostIdReader
{
    /// <summary>The ids that there are; what is no id is passed over, for a status is worth more than its ids.</summary>
    /// <param name="json">What TikTok sent.</param>
    /// <returns>The ids in TikTok's order.</returns>
    public static IReadOnlyList<long> Read(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(One).OfType<long>()],
        { } one when One(one) is { } id => [id],
        _ => [],
    };

    private static long? One(JsonElement json)
    {
        var digits = json.ValueKind switch
        {
            JsonValueKind.Number => json.GetRawText(),
            JsonValueKind.String => json.GetString(),
            _ => null,
        };
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }
}
