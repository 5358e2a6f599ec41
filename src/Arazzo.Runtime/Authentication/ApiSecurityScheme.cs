using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How a credential is sent: a security scheme of the API's description.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurityScheme
{
    private ApiSecurityScheme(string name, ApiSecuritySchemeKind kind, string parameter, string prefix = "")
    {
        Name = name;
        Kind = kind;
        Parameter = parameter;
        Prefix = prefix;
    }

    /// <summary>The scheme's name in the description.</summary>
    public string Name { get; }

    internal ApiSecuritySchemeKind Kind { get; }

    /// <summary>The header, query parameter or cookie that carries the credential.</summary>
    internal string Parameter { get; }

    /// <summary>What stands before the credential.</summary>
    internal string Prefix { get; }

    /// <summary>A bearer token in <c>Authorization</c>: HTTP bearer, OAuth 2 and OpenID Connect.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme Bearer(string name) => new(name, ApiSecuritySchemeKind.Bearer, "Authorization", "Bearer ");

    /// <summary>User and password in <c>Authorization</c> (RFC 7617).</summary>
    /// <param name="name">The scheme's name.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme Basic(string name) => new(name, ApiSecuritySchemeKind.Basic, "Authorization");

    /// <summary>Another scheme of HTTP authentication (RFC 9110, section 11.4): <c>Authorization: scheme credential</c>.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="scheme">What stands before the credential.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme Http(string name, string scheme) => new(name, ApiSecuritySchemeKind.Http, "Authorization", scheme + " ");

    /// <summary>An API key in a header.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="header">The header.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme ApiKeyHeader(string name, string header) => new(name, ApiSecuritySchemeKind.Header, header);

    /// <summary>An API key in the query.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="parameter">The query parameter.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme ApiKeyQuery(string name, string parameter) => new(name, ApiSecuritySchemeKind.Query, parameter);

    /// <summary>An API key in a cookie.</summary>
    /// <param name="name">The scheme's name.</param>
    /// <param name="cookie">The cookie.</param>
    /// <returns>The scheme.</returns>
    public static ApiSecurityScheme ApiKeyCookie(string name, string cookie) => new(name, ApiSecuritySchemeKind.Cookie, cookie);
}
