using System.Collections.Immutable;
using System.Globalization;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>
/// Reads fields of mappings. What is of the wrong kind is reported and taken as absent; an empty value (<c>description:</c> and nothing behind it) is absent.
/// </summary>
internal sealed class FieldReader(DiagnosticBag diagnostics)
{
    public MappingNode? Mapping(Node? node, string name)
    {
        if (node is not (MappingNode or null or ScalarNode { IsNull: true }))
        {
            ReportKind(node, name, "a mapping");
        }
        return node as MappingNode;
    }

    public ImmutableArray<Node> Items(MappingNode mapping, string name)
    {
        var node = mapping[name];
        if (node is not (SequenceNode or null or ScalarNode { IsNull: true }))
        {
            ReportKind(node, name, "a sequence");
        }
        return node is SequenceNode sequence ? sequence.Items : [];
    }

    public ScalarNode? Scalar(MappingNode mapping, string name, string expected = "a string")
    {
        var node = mapping[name];
        if (node is MappingNode or SequenceNode)
        {
            ReportKind(node, name, expected);
        }
        return node is ScalarNode { IsNull: false } scalar ? scalar : null;
    }

    /// <summary>A string; other scalars are as good as they are written, for authors forget the quotes.</summary>
    public string? Text(MappingNode mapping, string name) => Scalar(mapping, name)?.Text;

    public bool Flag(MappingNode mapping, string name) => OptionalFlag(mapping, name) ?? false;

    public bool? OptionalFlag(MappingNode mapping, string name)
    {
        if (mapping[name] is not { } node || node is ScalarNode { IsNull: true })
        {
            return null;
        }
        if (node is ScalarNode { Kind: ScalarKind.Boolean } scalar)
        {
            return scalar.IsTrue;
        }
        ReportKind(node, name, "true or false");
        return null;
    }

    public ScalarNode? Number(MappingNode mapping, string name)
    {
        if (mapping[name] is not { } node || node is ScalarNode { IsNull: true })
        {
            return null;
        }
        if (node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar)
        {
            return scalar.AsJsonNumber();
        }
        ReportKind(node, name, "a number");
        return null;
    }

    /// <summary>A number of characters, items or properties. What no value can reach is as good as the largest.</summary>
    public long? Count(MappingNode mapping, string name)
    {
        if (Number(mapping, name) is not { } scalar)
        {
            return null;
        }
        if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && Math.Floor(number) == number)
        {
            return number >= long.MaxValue ? long.MaxValue : (long)number;
        }
        ReportKind(scalar, name, "a whole number from 0 on");
        return null;
    }

    public ImmutableArray<ScalarNode> Scalars(MappingNode mapping, string name)
    {
        var scalars = ImmutableArray.CreateBuilder<ScalarNode>();
        foreach (var item in Items(mapping, name))
        {
            if (item is ScalarNode scalar)
            {
                scalars.Add(scalar);
            }
            else
            {
                ReportKind(item, name, "a sequence of strings");
            }
        }
        return scalars.ToImmutable();
    }

    public ImmutableArray<string> Texts(MappingNode mapping, string name) => [.. Scalars(mapping, name).Select(static scalar => scalar.Text)];

    public ImmutableArray<T> List<T>(MappingNode mapping, string name, Func<Node, T?> read) where T : class
    {
        var items = Items(mapping, name);
        if (items.IsEmpty)
        {
            return [];
        }
        var list = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
        {
            if (read(item) is { } value)
            {
                list.Add(value);
            }
        }
        return list.ToImmutable();
    }

    /// <summary>Reads the values of a mapping by their names. Null from <paramref name="read"/> leaves an entry out.</summary>
    public OpenApiMap<T> Map<T>(MappingNode mapping, string name, Func<ScalarNode, Node, T?> read) where T : class
    {
        if (Mapping(mapping[name], name) is not { } map || map.Entries.IsEmpty)
        {
            return OpenApiMap<T>.Empty;
        }
        var entries = ImmutableArray.CreateBuilder<OpenApiEntry<T>>(map.Entries.Length);
        foreach (var entry in map.Entries)
        {
            if (read(entry.Key, entry.Value) is { } value)
            {
                entries.Add(new OpenApiEntry<T>(entry.Key, value));
            }
        }
        return new OpenApiMap<T>(entries.ToImmutable());
    }

    public OpenApiReference? Reference(MappingNode mapping, string name = "$ref")
    {
        // Most objects have none: no call is made for them.
        return mapping[name] is null ? null : Scalar(mapping, name) is { } scalar ? new OpenApiReference(scalar.Text, scalar.Range) : null;
    }

    public void ReportKind(Node node, string name, string expected) =>
        diagnostics.Report(DiagnosticDescriptors.WrongNodeKind, node.Range.FirstLine, name, expected, node.Describe());

    public void ReportMissing(Node node, string name, string consequence) =>
        diagnostics.Report(DiagnosticDescriptors.MissingField, node.Range.FirstLine, name, consequence);

    public void ReportUnknown(ScalarNode scalar, string name, string expected) =>
        diagnostics.Report(DiagnosticDescriptors.UnknownValue, scalar.Range.FirstLine, scalar.Text, name, expected);
}
