namespace Arazzo.Generator.OpenApi;

/// <summary>The versions whose differences matter to reading.</summary>
internal enum OpenApiVersion
{
    /// <summary>Swagger 2.0, read into the shape of the others.</summary>
    V2_0,
    V3_0,
    V3_1,
    V3_2,
}
