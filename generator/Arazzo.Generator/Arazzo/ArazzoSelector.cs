using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Selector Object (1.1).</summary>
internal sealed class ArazzoSelector : ArazzoObject
{
    /// <summary>A runtime expression.</summary>
    public required ScalarNode Context { get; init; }

    /// <summary>What to take from the context.</summary>
    public required ScalarNode Selector { get; init; }

    /// <summary>JSONPath, XPath or JSON Pointer.</summary>
    public required ArazzoExpressionType Type { get; init; }

    /// <summary>A selector, when <paramref name="node"/> has the form of one and all of it is sound; else null: data.</summary>
    public static ArazzoSelector? TryRead(Node node) => HasForm(node) ? ArazzoReader.ReadSelector((MappingNode)node) : null;

    /// <summary>Whether it is a mapping of exactly <c>context</c>, <c>selector</c> and <c>type</c>, the context an expression: data hardly ever is.</summary>
    internal static bool HasForm(Node node) =>
        node is MappingNode { Entries.Length: 3 } mapping && mapping["selector"] is not null && mapping["type"] is not null
            && mapping["context"] is ScalarNode context && context.Text.StartsWith("$", StringComparison.Ordinal);
}
