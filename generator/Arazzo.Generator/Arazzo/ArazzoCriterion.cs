using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Criterion Object.</summary>
internal sealed class ArazzoCriterion : ArazzoObject
{
    public required ScalarNode Condition { get; init; }

    /// <summary>A runtime expression; not null unless <see cref="Type"/> is <see cref="ArazzoExpressionKind.Simple"/>.</summary>
    public ScalarNode? Context { get; init; }

    public required ArazzoExpressionType Type { get; init; }
}

/// <summary>A kind of expression and its version: the Expression Type Object, or its short form.</summary>
/// <param name="Kind">The language.</param>
/// <param name="Version">As the specification writes it, for example <c>rfc9535</c> or <c>xpath-10</c>; the language's default when the document has none.</param>
/// <param name="Range">Where it stands; the criterion's own range when it is implied.</param>
internal sealed record ArazzoExpressionType(ArazzoExpressionKind Kind, string Version, TextRange Range);

internal enum ArazzoExpressionKind
{
    Simple,
    Regex,
    JsonPath,
    XPath,
    JsonPointer,
}
