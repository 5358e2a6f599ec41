using System.Text.RegularExpressions;
using System.Xml.XPath;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Checks patterns that are not parsed here but by the platform, cheaply and before the user runs them.</summary>
internal static class PatternChecker
{
    private const int LongestPattern = 4096;

    /// <summary>What is wrong, or null.</summary>
    public static string? CheckRegex(Template pattern) => Check(pattern, static text => _ = new Regex(text, RegexOptions.CultureInvariant));

    /// <summary>What is wrong, or null.</summary>
    public static string? CheckXPath(Template expression) => Check(expression, static text => _ = XPathExpression.Compile(text));

    private static string? Check(Template template, Action<string> compile)
    {
        // A digit fits wherever a value can be embedded: in a literal, as a number, in a quantifier.
        var text = string.Concat(template.Parts.Select(static part => part is LiteralPart literal ? literal.Text : "1"));
        if (text.Length > LongestPattern)
        {
            return $"it is longer than {LongestPattern} characters";
        }
        try
        {
            compile(text);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or XPathException)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
