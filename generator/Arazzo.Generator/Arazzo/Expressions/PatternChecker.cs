using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Checks patterns that are not parsed here but by the platform, cheaply and before the user runs them.</summary>
internal static class PatternChecker
{
    private const int LongestPattern = 65536;

    /// <summary>What is wrong, or null.</summary>
    public static string? CheckRegex(Template pattern) => Check(pattern, static text => _ = new Regex(text, RegexOptions.CultureInvariant));

    /// <summary>What is wrong, or null.</summary>
    public static string? CheckRegex(string pattern) => CheckRegex(new Template([new LiteralPart(pattern)], IsWhole: false));

    /// <summary>What is wrong, or null.</summary>
    public static string? CheckXPath(Template expression) => Check(expression, static text => _ = XPathExpression.Compile(text, new AnyNamespace()));

    /// <summary>What a checked XPath yields.</summary>
    public static XPathResultType XPathResult(Template expression) => XPathExpression.Compile(Text(expression), new AnyNamespace()).ReturnType;

    /// <summary>Whether a pattern has what cannot be matched in linear time: lookaround, back references, atomic, conditional or balancing groups, <c>\G</c>.</summary>
    public static bool NeedsBacktracking(string pattern)
    {
        for (var index = 0; index + 1 < pattern.Length; index++)
        {
            if (pattern[index] == '\\')
            {
                index++;
                if (pattern[index] is 'k' or 'G' or (>= '1' and <= '9'))
                {
                    return true;
                }
            }
            else if (pattern[index] == '(' && pattern[index + 1] == '?' && IsSpecial(pattern, index + 2))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsSpecial(string pattern, int index)
    {
        var end = index < pattern.Length && pattern[index] is '<' or '\'' ? pattern.IndexOfAny(['>', '\''], index + 1) : -1;
        return index < pattern.Length
            && (pattern[index] is '=' or '!' or '>' or '('
                || (pattern[index] == '<' && index + 1 < pattern.Length && pattern[index + 1] is '=' or '!')
                || (end > 0 && pattern.IndexOf('-', index, end - index) > 0));
    }

    private static string? Check(Template template, Action<string> compile)
    {
        var text = Text(template);
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

    // A digit fits wherever a value can be embedded: in a literal, as a number, in a quantifier.
    private static string Text(Template template) => string.Concat(template.Parts.Select(static part => part is LiteralPart literal ? literal.Text : "1"));

    /// <summary>Knows every prefix: what they mean is for the XML to say.</summary>
    private sealed class AnyNamespace : IXmlNamespaceResolver
    {
        public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) => new Dictionary<string, string>(StringComparer.Ordinal);

        public string LookupNamespace(string prefix) => "urn:" + prefix;

        public string? LookupPrefix(string namespaceName) => null;
    }
}
