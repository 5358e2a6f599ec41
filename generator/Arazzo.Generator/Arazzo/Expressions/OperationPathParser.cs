using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses an <c>operationPath</c> (section Step Object).</summary>
internal static class OperationPathParser
{
    private const string Form = "write '{$sourceDescriptions.name.url}#/paths/~1pets/get'";

    public static ParseResult<OperationPath> Parse(string text)
    {
        var sign = text.IndexOf('#');
        if (sign < 0)
        {
            return Fail(text.Length, "the '#' and the JSON Pointer to the operation are missing; " + Form);
        }
        if (sign + 1 == text.Length || !JsonPointer.TryParse(text.Substring(sign + 1), out var pointer))
        {
            return Fail(sign, "after the '#' a JSON Pointer to the operation is expected; " + Form);
        }
        var dialect = new List<DialectUse>();
        if (ReadSource(text.Substring(0, sign), dialect) is not { Length: > 0 } source)
        {
            return Fail(0, "the source description is not named; " + Form);
        }
        return ParseResult<OperationPath>.Success(new OperationPath(source, pointer), dialect);
    }

    /// <summary>The specification's form, the same without braces or <c>.url</c>, or the bare name.</summary>
    private static string? ReadSource(string text, List<DialectUse> dialect)
    {
        const string Prefix = "$sourceDescriptions.";
        const string Suffix = ".url";
        if (text.StartsWith("{" + Prefix, StringComparison.Ordinal) && text.EndsWith(Suffix + "}", StringComparison.Ordinal))
        {
            return text.Substring(Prefix.Length + 1, text.Length - Prefix.Length - Suffix.Length - 2);
        }
        if (text.IndexOf('{') >= 0 || text.IndexOf(' ') >= 0)
        {
            return null;
        }
        dialect.Add(new DialectUse(DialectForm.OperationPathWithoutUrl, 0));
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return text.IndexOf('$') < 0 ? text : null;
        }
        var name = text.Substring(Prefix.Length);
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static ParseResult<OperationPath> Fail(int offset, string message) => ParseResult<OperationPath>.Failure(new ParseError(offset, message));
}
