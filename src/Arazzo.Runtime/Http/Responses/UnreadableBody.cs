namespace Arazzo.Runtime.CompilerServices;

/// <summary>Why a body cannot be read.</summary>
/// <param name="Detail">Where and why, in sentences.</param>
/// <param name="Exception">What the reader threw.</param>
internal sealed record UnreadableBody(string Detail, Exception? Exception)
{
    public static UnreadableBody Empty(string expected) => new($"The API's description promises {expected}, but the body is empty.", null);

    public static UnreadableBody OfType(string expected, string mediaType, Exception? exception) => new(
        $"The API's description promises {expected}, but the body is {ErrorDetails.Identifier(mediaType) ?? "of another type"}: "
        + "a proxy, a login page or a wrong base address may have answered.",
        exception);
}
