namespace Arazzo.Runtime;

/// <summary>How a client proves who it is to a token endpoint (RFC 6749, section 2.3.1).</summary>
public enum OAuth2ClientAuthentication
{
    /// <summary><c>client_secret_basic</c>: HTTP basic, which every server must take.</summary>
    Basic,

    /// <summary><c>client_secret_post</c>: <c>client_id</c> and <c>client_secret</c> in the body.</summary>
    Post,
}
