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
    private bool _isClosed;

    public List<(OpenApiEntry<OpenApiSchema> Entry, Located<OpenApiSchema> Schema)> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// What members may be that are not declared, by pattern or for all others; <c>true</c> stands for anything. None when nothing is said of them.
    /// </summary>
    public List<Located<OpenApiSchema>> Undeclared { get; } = [];

    /// <summary>Whether the document speaks of members that it does not declare.</summary>
    public bool IsOpen => Undeclared.Count > 0;

    /// <summary>Whether there are no others than those that are declared.</summary>
    public bool IsClosed => _isClosed && !IsOpen;

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
        var start = Undeclared.Count;
        foreach (var parent in schema.AllOf)
        {
            Add(context, located.With(parent), visited, generation + 1);
        }
        foreach (var property in schema.Properties)
        {
            var entry = (property, located.With(property.Value));
            if (_index.TryGetValue(property.Name, out var index))
            {
                // The branch that says more of the type decides, and of two that say as much the later.
                if (Weight(property.Value) >= Weight(Properties[index].Schema.Value))
                {
                    Properties[index] = entry;
                }
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
        AddUndeclared(located, start);
    }

    private static int Weight(OpenApiSchema schema) =>
        schema.Reference is not null || schema.Enum is not null || schema.Const is not null || schema.Properties.Count > 0 || schema.Items is not null
        || !schema.AllOf.IsEmpty || !schema.OneOf.IsEmpty || !schema.AnyOf.IsEmpty ? 3
        : schema.Format is not null || schema.AdditionalProperties is not null ? 2
        : schema.Types != SchemaTypes.None ? 1 : 0;

    /// <summary>Adds what a schema says of members that it does not declare.</summary>
    /// <param name="located">The schema.</param>
    /// <param name="start">Where in <see cref="Undeclared"/> its parents begin: its own word goes before theirs.</param>
    private void AddUndeclared(Located<OpenApiSchema> located, int start)
    {
        var schema = located.Value;
        var others = schema.AdditionalProperties ?? schema.UnevaluatedProperties;
        if (others is not null)
        {
            Undeclared.RemoveRange(start, Undeclared.Count - start);
        }
        foreach (var pattern in schema.PatternProperties)
        {
            Undeclared.Add(located.With(pattern.Value));
        }
        if (others is { BooleanValue: false })
        {
            _isClosed = true;
        }
        else if (others is not null || schema.PatternProperties.Count > 0)
        {
            // What fits no pattern may be anything.
            Undeclared.Add(located.With(others ?? new OpenApiSchema(schema.Node) { BooleanValue = true }));
        }
    }
}
