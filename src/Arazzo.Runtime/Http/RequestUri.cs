namespace Arazzo.Runtime.CompilerServices;

internal static class RequestUri
{
    // Sent exactly as it was escaped: the canonical form would undo some of it.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Create(string address) => new(address, AsWritten);
}
