using System.Globalization;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>The properties of an object schema, those of its <c>allOf</c> parents first; a later one of the same name replaces an earlier one.</summary>
internal sealed class ObjectShape
{
    private const int MostGenerations = 100;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public List<(OpenApiEntry<OpenApiSchema> Entry, Located<OpenApiSchema> Schema)> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not declared but described, in whichever parent.</summary>
    public Located<OpenApiSchema>? AdditionalProperties { get; private set; }

    public static ObjectShape Merge(BindingContext context, Located<OpenApiSchema> schema)
    {
        var shape = new ObjectShape();
        shape.Add(context, schema, [], 0);
        return shape;
    }

    private void Add(BindingContext context, Located<OpenApiSchema> reference, HashSet<OpenApiSchema> visited, int generation)
    {
        if (generation > MostGenerations)
        {
            context.Diagnostics(reference.File).Report(DiagnosticDescriptors.AncestorsLeftOut, reference.Value.Range.FirstLine, MostGenerations.ToString(CultureInfo.InvariantCulture));
            return;
        }
        if (context.References.Schema(reference) is not { } located || !visited.Add(located.Value))
        {
            return;
        }
        var schema = located.Value;
        foreach (var parent in schema.AllOf)
        {
            Add(context, located.With(parent), visited, generation + 1);
        }
        foreach (var property in schema.Properties)
        {
            var entry = (property, located.With(property.Value));
            if (_index.TryGetValue(property.Name, out var index))
            {
                Properties[index] = entry;
            }
            else
            {
                _index.Add(property.Name, Properties.Count);
                Properties.Add(entry);
            }
        }
        foreach (var name in schema.Required)
        {
            Required.Add(name.Text);
        }
        if (schema.AdditionalProperties is { BooleanValue: not false } additional)
        {
            AdditionalProperties = located.With(additional);
        }
    }
}
