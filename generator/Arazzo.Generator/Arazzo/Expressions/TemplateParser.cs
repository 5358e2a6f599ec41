namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses a string value with embedded expressions.</summary>
internal static class TemplateParser
{
    public static ParseResult<Template> Parse(string text) => throw new NotSupportedException();
}
