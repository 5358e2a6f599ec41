using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Addresses of servers whose descriptions have variables.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ServerUrl
{
    /// <summary>The address that a server's url becomes with its variables filled in.</summary>
    /// <param name="url">The url.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">It is no http or https address.</exception>
    public static Uri Create(string url) =>
        Uri.TryCreate(WithSingleSlashes(url), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new ArgumentException($"With these variables the server's url is '{url}', which is no http or https address.");

    // Values such as `/prod` stand behind a slash in many descriptions.
    private static string WithSingleSlashes(string url)
    {
        var path = url.IndexOf("://", StringComparison.Ordinal) + 3;
        return path < 3 ? url : url[..path] + string.Join('/', url[path..].Split("//"));
    }

    /// <summary>The text that a member of an enum stands for.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="member">The member's number.</param>
    /// <param name="values">The texts in the order of the members.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member.</exception>
    public static string Value(string name, int member, params ReadOnlySpan<string> values) =>
        (uint)member < (uint)values.Length ? values[member] : throw new ArgumentOutOfRangeException(name, member, "The server has no such value.");
}
