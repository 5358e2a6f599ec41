using Arazzo.Generator.Binding.References;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>What the mapping of a discriminator leads to.</summary>
internal static class Discriminators
{
    /// <summary>The values of the mapping and the schemas that they stand for.</summary>
    public static IEnumerable<(string Value, OpenApiSchema Target)> Mapping(BindingContext context, Located<OpenApiSchema> owner, OpenApiDiscriminator discriminator)
    {
        foreach (var entry in discriminator.Mapping)
        {
            if (Target(context, owner.File, entry.Value) is { } target)
            {
                yield return (entry.Name, target);
            }
        }
    }

    /// <summary>The value that stands for a schema that no mapping names: as Microsoft's documents say, else the schema's name; null when it has none.</summary>
    public static string? Value(ComponentNames components, OpenApiSchema schema) =>
        schema.Extension("x-ms-discriminator-value") is ScalarNode { IsNull: false, Text: var value } ? value
        : components.Find(schema) is { } component ? JsonPointer.Unescape(component.Pointer.Substring(component.Pointer.LastIndexOf('/') + 1))
        : null;

    /// <summary>The schema: by its name among the components, else by a URI reference (OpenAPI, Discriminator Object).</summary>
    public static OpenApiSchema? Target(BindingContext context, SpecificationFile file, OpenApiReference reference)
    {
        var schema = file.OpenApi?.Components.Schemas[reference.Text] ?? new OpenApiSchema(file.Root!) { Reference = reference };
        return context.References.Schema(new Located<OpenApiSchema>(file, schema))?.Value;
    }
}
