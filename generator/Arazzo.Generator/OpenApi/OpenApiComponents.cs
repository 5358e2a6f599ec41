namespace Arazzo.Generator.OpenApi;

/// <summary>The objects that references name.</summary>
internal sealed class OpenApiComponents
{
    public static OpenApiComponents Empty { get; } = new();

    public OpenApiMap<OpenApiSchema> Schemas { get; init; } = OpenApiMap<OpenApiSchema>.Empty;

    public OpenApiMap<OpenApiResponse> Responses { get; init; } = OpenApiMap<OpenApiResponse>.Empty;

    public OpenApiMap<OpenApiParameter> Parameters { get; init; } = OpenApiMap<OpenApiParameter>.Empty;

    public OpenApiMap<OpenApiRequestBody> RequestBodies { get; init; } = OpenApiMap<OpenApiRequestBody>.Empty;

    public OpenApiMap<OpenApiHeader> Headers { get; init; } = OpenApiMap<OpenApiHeader>.Empty;

    public OpenApiMap<OpenApiSecurityScheme> SecuritySchemes { get; init; } = OpenApiMap<OpenApiSecurityScheme>.Empty;

    public OpenApiMap<OpenApiPathItem> PathItems { get; init; } = OpenApiMap<OpenApiPathItem>.Empty;

    /// <summary><c>mediaTypes</c> (3.2).</summary>
    public OpenApiMap<OpenApiMediaType> MediaTypes { get; init; } = OpenApiMap<OpenApiMediaType>.Empty;
}
