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

    /// <summary>A selector, when <paramref name="node"/> is a mapping of exactly <c>context</c>, <c>selector</c> and <c>type</c> and all three are sound; else null: data.</summary>
    public static ArazzoSelector? TryRead(Node node) => throw new NotSupportedException();
}
