namespace Arazzo.Runtime.CompilerServices;

internal enum ApiSecuritySchemeKind
{
    Bearer,
    Basic,
    Http,
    Header,
    Query,
    Cookie,
}
