namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Runtime expressions inside conditions and JSONPath.</summary>
internal static class EmbeddedExpression
{
    /// <summary>Reads <c>{$...}</c>, the scanner being on the brace. Null after a fault.</summary>
    public static RuntimeExpression? ReadBraced(TextScanner scanner)
    {
        var start = scanner.Position + 1;
        var end = scanner.Text.IndexOf('}', start);
        if (end < 0)
        {
            scanner.Fail(scanner.Text.Length, "the closing '}' of this expression is missing");
            return null;
        }
        return Read(scanner, start, end, end + 1);
    }

    /// <summary>Reads <c>$...</c> as far as it goes. Null after a fault.</summary>
    public static RuntimeExpression? ReadUnbraced(TextScanner scanner)
    {
        var end = ExpressionExtent.Find(scanner.Text, scanner.Position, pointerWithoutSlash: true);
        return Read(scanner, scanner.Position, end, end);
    }

    /// <summary>A string in quotes: a literal, or a template when expressions are embedded in it.</summary>
    /// <param name="value">Without quotes and escapes.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="unbraced">Whether expressions without braces count, as <paramref name="form"/>.</param>
    /// <returns>Null: there is no expression in it.</returns>
    public static Template? ReadString(TextScanner scanner, string value, int offset, bool unbraced, DialectForm form)
    {
        if (value.IndexOf('$') < 0)
        {
            return null;
        }
        var result = TemplateParser.Parse(value);
        if (result.Value is not { IsLiteral: false } template)
        {
            return null;
        }
        if (!template.IsWhole && result.Dialect.IsEmpty)
        {
            return template;
        }
        if (!unbraced)
        {
            return null;
        }
        scanner.Dialect.Add(new DialectUse(form, offset));
        return template with { IsWhole = false };
    }

    private static RuntimeExpression? Read(TextScanner scanner, int start, int end, int next)
    {
        var expression = RuntimeExpressionParser.Parse(scanner.Text.Substring(start, end - start), start, scanner.Dialect, out var error);
        if (error is not null)
        {
            scanner.Fail(error.Offset, error.Message);
        }
        scanner.Position = next;
        return expression;
    }
}
