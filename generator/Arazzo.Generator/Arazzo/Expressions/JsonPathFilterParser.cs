using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses the logical expression of a filter selector, well-typedness included (RFC 9535, sections 2.3.5 and 2.4.3).</summary>
internal sealed class JsonPathFilterParser(TextScanner scanner, bool compat, JsonPathParser queries)
{
    /// <summary>Parses what follows the <c>?</c>. Null after a fault.</summary>
    public FilterExpression? Parse() => ParseList("||", ParseAnd, static operands => new FilterOr(operands));

    private FilterExpression? ParseAnd() => ParseList("&&", ParseBasic, static operands => new FilterAnd(operands));

    private FilterExpression? ParseList(string separator, Func<FilterExpression?> parseOperand, Func<EquatableArray<FilterExpression>, FilterExpression> combine)
    {
        var operands = new List<FilterExpression>();
        do
        {
            scanner.SkipBlanks();
            if (parseOperand() is not { } operand)
            {
                return null;
            }
            operands.Add(operand);
            scanner.SkipBlanks();
        }
        while (scanner.TrySkip(separator));
        return operands.Count == 1 ? operands[0] : combine(operands.ToEquatableArray());
    }

    private FilterExpression? ParseBasic()
    {
        if (scanner.TrySkip("!"))
        {
            scanner.SkipBlanks();
            var operand = scanner.Current == '(' ? ParseParentheses() : ParseTest();
            return operand is null ? null : new FilterNot(operand);
        }
        if (scanner.Current == '(')
        {
            return ParseParentheses();
        }
        var start = scanner.Position;
        if (ParseOperand() is not { } left)
        {
            return null;
        }
        var end = scanner.Position;
        scanner.SkipBlanks();
        if (scanner.ReadComparisonOperator() is not { } comparison)
        {
            scanner.Position = end;
            return ToTest(left, start);
        }
        scanner.SkipBlanks();
        var second = scanner.Position;
        return ParseOperand() is { } right && IsComparable(left, start) && IsComparable(right, second) ? new FilterComparison(left, comparison, right) : null;
    }

    private FilterExpression? ParseParentheses()
    {
        if (!scanner.Enter())
        {
            return null;
        }
        scanner.Position++;
        var expression = Parse();
        scanner.Leave();
        return expression is not null && scanner.Expect(')') ? expression : null;
    }

    private FilterExpression? ParseTest()
    {
        var start = scanner.Position;
        return ParseOperand() is { } operand ? ToTest(operand, start) : null;
    }

    private FilterExpression? ToTest(FilterOperand operand, int start)
    {
        switch (operand)
        {
            case FilterQuery query:
                return new FilterExistence(query.Query);
            case FilterFunction { Call: { Function: JsonPathFunction.Match or JsonPathFunction.Search } call }:
                return new FilterFunctionTest(call);
            default:
                scanner.Fail(start, "a value by itself is no test; compare it, for example with '=='");
                return null;
        }
    }

    private bool IsComparable(FilterOperand operand, int start)
    {
        switch (operand)
        {
            case FilterQuery { Query.IsSingular: false }:
                scanner.Fail(start, "this query can select several nodes and so cannot be compared; use only names and indexes in it, or 'count' or 'value'");
                return false;
            case FilterFunction { Call.Function: JsonPathFunction.Match or JsonPathFunction.Search }:
                scanner.Fail(start, "this function is a test by itself and its result cannot be compared");
                return false;
            default:
                return true;
        }
    }

    private FilterOperand? ParseOperand()
    {
        switch (scanner.Current)
        {
            case '\'' or '"':
                return ParseString();
            case '{':
                return EmbeddedExpression.ReadBraced(scanner) is { } braced ? ToTemplate(braced) : null;
            case '$' when compat && ExpressionExtent.HasKnownRoot(scanner.Text, scanner.Position, scanner.Text.Length):
                scanner.Dialect.Add(new DialectUse(DialectForm.JsonPathUnbracedExpression, scanner.Position));
                return EmbeddedExpression.ReadUnbraced(scanner) is { } unbraced ? ToTemplate(unbraced) : null;
            case '$' or '@':
                return queries.ParseQuery() is { } query ? new FilterQuery(query) : null;
            case '-' or (>= '0' and <= '9'):
                return scanner.ReadNumber() is { } number ? new FilterLiteral(number) : scanner.Fail<FilterOperand>("this is no number");
            default:
                return ParseWord();
        }
    }

    private static FilterTemplate ToTemplate(RuntimeExpression expression) => new(new Template([new ExpressionPart(expression)], IsWhole: true));

    private FilterOperand? ParseString()
    {
        var start = scanner.Position;
        return JsonPathStringReader.Read(scanner) is not { } value ? null
            : EmbeddedExpression.ReadString(scanner, value, start, compat, DialectForm.JsonPathUnbracedExpression) is { } template
                ? new FilterTemplate(template)
                : new FilterLiteral(new Literal(LiteralKind.String, value));
    }

    /// <summary>A keyword or the name of a function.</summary>
    private FilterOperand? ParseWord()
    {
        var start = scanner.Position;
        while (Characters.IsLetter(scanner.Current) || Characters.IsDigit(scanner.Current) || scanner.Current == '_')
        {
            scanner.Position++;
        }
        var word = scanner.Text.Substring(start, scanner.Position - start);
        if (scanner.Current == '(')
        {
            return ParseCall(word, start) is { } call ? new FilterFunction(call) : null;
        }
        switch (word)
        {
            case "true" or "false":
                return new FilterLiteral(new Literal(LiteralKind.Boolean, word));
            case "null":
                return new FilterLiteral(new Literal(LiteralKind.Null, word));
            default:
                scanner.Fail(start, "here a value is missing: a query such as '@.name', a text in quotes, a number, true, false, null or a function");
                return null;
        }
    }

    private JsonPathFunctionCall? ParseCall(string name, int start)
    {
        JsonPathFunction? function = name switch
        {
            "length" => JsonPathFunction.Length,
            "count" => JsonPathFunction.Count,
            "match" => JsonPathFunction.Match,
            "search" => JsonPathFunction.Search,
            "value" => JsonPathFunction.Value,
            _ => null,
        };
        if (function is null)
        {
            scanner.Fail(start, $"'{name}' is no function of JSONPath; there are length, count, match, search and value");
            return null;
        }
        return scanner.Enter() && ParseArguments(function.Value, name) is { } arguments ? new JsonPathFunctionCall(function.Value, arguments) : null;
    }

    private EquatableArray<FilterOperand>? ParseArguments(JsonPathFunction function, string name)
    {
        var arguments = new List<FilterOperand>();
        var count = function is JsonPathFunction.Match or JsonPathFunction.Search ? 2 : 1;
        do
        {
            scanner.Position++;
            scanner.SkipBlanks();
            var start = scanner.Position;
            if (ParseOperand() is not { } argument || !Fits(argument, function, name, start))
            {
                return null;
            }
            arguments.Add(argument);
            scanner.SkipBlanks();
        }
        while (scanner.Current == ',' && arguments.Count < count);
        scanner.Leave();
        if (arguments.Count < count)
        {
            scanner.Fail($"'{name}' takes {count} arguments");
        }
        return scanner.Expect(')') ? arguments.ToEquatableArray() : null;
    }

    private bool Fits(FilterOperand argument, JsonPathFunction function, string name, int start)
    {
        if (function is not (JsonPathFunction.Count or JsonPathFunction.Value))
        {
            return IsComparable(argument, start);
        }
        if (argument is FilterQuery)
        {
            return true;
        }
        scanner.Fail(start, $"the argument of '{name}' must be a query");
        return false;
    }
}
