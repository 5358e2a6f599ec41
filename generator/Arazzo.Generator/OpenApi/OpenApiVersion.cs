namespace Arazzo.Generator.OpenApi;

/// <summary>The versions whose differences matter to reading.</summary>
internal enum OpenApiVersion
{
    V3_0,
    V3_1,
    V3_2,
}
