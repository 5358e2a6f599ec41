namespace Arazzo.Runtime.CompilerServices;

internal enum ApiSecuritySchemeKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
}
