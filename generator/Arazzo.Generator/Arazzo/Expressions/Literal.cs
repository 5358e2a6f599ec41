namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A constant in a condition or a JSONPath.</summary>
/// <param name="Text">Of a string without quotes and escapes; of a number in JSON's form; else <c>true</c>, <c>false</c>, <c>null</c>.</param>
internal sealed record Literal(LiteralKind Kind, string Text);

internal enum LiteralKind
{
    Null,
    Boolean,
    Number,
    String,
}
