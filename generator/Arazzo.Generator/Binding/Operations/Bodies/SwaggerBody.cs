using Arazzo.Generator.Binding.References;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>The request body of an operation of Swagger 2.0 that has parameters of other files.</summary>
internal static class SwaggerBody
{
    /// <summary>What the <c>body</c> and <c>formData</c> parameters make up; null when there are none.</summary>
    public static Located<OpenApiRequestBody>? Find(BindingContext context, Located<OpenApiOperation> operation)
    {
        var reader = context.References.Reader(operation.File);
        if (reader.Version != OpenApiVersion.V2_0 || operation.Value.Parameters.All(static parameter => parameter.Reference is null))
        {
            return null;
        }
        var parameters = operation.Value.Parameters
            .Select(parameter => context.References.Parameter(operation.With(parameter)))
            .OfType<Located<OpenApiParameter>>()
            .GroupBy(static parameter => (parameter.Value.In, parameter.Value.Name))
            .Select(static group => group.Last())
            .ToList();
        var body = parameters.FindLast(static parameter => parameter.Value.In == ParameterLocation.Body);
        // The fields of a form cannot refer to schemas, so it does not matter whose they are.
        return reader.ReadSwaggerBody((MappingNode)operation.Value.Node, [.. parameters.Select(static parameter => parameter.Value)]) is { } read
            ? new Located<OpenApiRequestBody>(body.File ?? operation.File, read)
            : null;
    }
}
