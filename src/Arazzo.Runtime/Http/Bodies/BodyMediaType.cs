namespace Arazzo.Runtime.CompilerServices;

/// <summary>Which media type a body has.</summary>
internal static class BodyMediaType
{
    /// <summary>The content's own, else the description's; <c>*/*</c> and <c>application/*</c> are any bytes.</summary>
    /// <exception cref="ArgumentException">The content's own is none, or neither says one.</exception>
    public static string Choose(string? own, string described, string name)
    {
        if (own is not null)
        {
            return System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(own, out _) && !own.Contains('*', StringComparison.Ordinal)
                ? own
                : throw new ArgumentException($"BinaryContent.MediaType of '{name}' is no media type.", name);
        }
        if (!described.Contains('*', StringComparison.Ordinal))
        {
            return described;
        }
        return described.StartsWith("*/", StringComparison.Ordinal) || described.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
            ? "application/octet-stream"
            : throw new ArgumentException($"The API's description allows '{described}' for '{name}': set BinaryContent.MediaType to what it is.", name);
    }
}
