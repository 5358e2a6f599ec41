using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A string with runtime expressions in it.</summary>
/// <param name="Parts">Literal text and expressions, no two literals in a row; none: the empty string.</param>
/// <param name="IsWhole">The string is one expression without braces: the value keeps its type. (<c>{$inputs.a}</c> alone makes a string.)</param>
internal sealed record Template(EquatableArray<TemplatePart> Parts, bool IsWhole)
{
    /// <summary>No expression in it.</summary>
    public bool IsLiteral => Parts.IsEmpty || (Parts.Count == 1 && Parts[0] is LiteralPart);
}

internal abstract record TemplatePart;

internal sealed record LiteralPart(string Text) : TemplatePart;

internal sealed record ExpressionPart(RuntimeExpression Expression) : TemplatePart;
