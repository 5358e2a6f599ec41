using System.Text;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// Parses a simple condition (section Criterion Object). Precedence, which the specification leaves open: <c>!</c>, comparison, <c>&amp;&amp;</c>, <c>||</c>.
/// The same grammar, with JSONPath in place of the names, is the dialect of JSONPath criteria.
/// </summary>
internal sealed class ConditionParser
{
    private readonly TextScanner _scanner;
    private readonly bool _jsonPath;

    private ConditionParser(string text, bool jsonPath)
    {
        _scanner = new TextScanner(text);
        _jsonPath = jsonPath;
    }

    public static ParseResult<Condition> Parse(string text) => new ConditionParser(text, jsonPath: false).Parse();

    /// <summary>Parses a JSONPath criterion of the dialect, such as <c>$.status == "ok" || $.items.length > 0</c>.</summary>
    internal static ParseResult<Condition> ParseJsonPathDialect(string text) => new ConditionParser(text, jsonPath: true).Parse();

    private ParseResult<Condition> Parse()
    {
        var condition = ParseOr();
        _scanner.SkipBlanks();
        if (condition is not null && !_scanner.AtEnd)
        {
            FailAtOperator();
        }
        return _scanner.Error is { } error ? ParseResult<Condition>.Failure(error) : ParseResult<Condition>.Success(condition!, _scanner.Dialect);
    }

    private void FailAtOperator() => _scanner.Fail(
        _scanner.Current == '=' ? "'=' is no operator; write '=='"
        : _scanner.Current is '&' or '|' ? $"'{_scanner.Current}' is no operator; write '{_scanner.Current}{_scanner.Current}'"
        : _scanner.Starts("and ") ? "'and' is no operator; write '&&'"
        : _scanner.Starts("or ") ? "'or' is no operator; write '||'"
        : _scanner.ReadComparisonOperator() is not null ? "comparisons cannot be chained; join them with '&&'"
        : "here an operator such as '==' or '&&', or the end of the condition, is expected");

    private Condition? ParseOr() => ParseList("||", ParseAnd, static operands => new OrCondition(operands));

    private Condition? ParseAnd() => ParseList("&&", ParseComparison, static operands => new AndCondition(operands));

    private Condition? ParseList(string separator, Func<Condition?> parseOperand, Func<EquatableArray<Condition>, Condition> combine)
    {
        var operands = new List<Condition>();
        do
        {
            if (parseOperand() is not { } operand)
            {
                return null;
            }
            operands.Add(operand);
            _scanner.SkipBlanks();
        }
        while (_scanner.TrySkip(separator));
        return operands.Count == 1 ? operands[0] : combine(operands.ToEquatableArray());
    }

    private Condition? ParseComparison()
    {
        if (ParseUnary() is not { } left)
        {
            return null;
        }
        _scanner.SkipBlanks();
        if (_scanner.ReadComparisonOperator() is { } comparison)
        {
            return ParseUnary() is { } right ? new ComparisonCondition(ToOperand(left), comparison, ToOperand(right)) : null;
        }
        var start = _scanner.Position;
        return ReadWord() switch
        {
            "in" => ParseIn(ToOperand(left), start),
            "empty" => ParseEmpty(ToOperand(left), start),
            _ => Return(start, left),
        };
    }

    private Condition Return(int position, Condition condition)
    {
        _scanner.Position = position;
        return condition;
    }

    private static Operand ToOperand(Condition condition) => condition is OperandCondition operand ? operand.Operand : new ConditionOperand(condition);

    private InCondition? ParseIn(Operand operand, int start)
    {
        _scanner.Dialect.Add(new DialectUse(DialectForm.WordOperator, start));
        if (!_scanner.Expect('['))
        {
            return null;
        }
        var values = new List<Operand>();
        _scanner.SkipBlanks();
        while (_scanner.Current != ']')
        {
            if ((values.Count > 0 && !_scanner.Expect(',')) || ParseOperand() is not { } value)
            {
                return null;
            }
            values.Add(value);
            _scanner.SkipBlanks();
        }
        _scanner.Position++;
        return new InCondition(operand, values.ToEquatableArray());
    }

    private EmptyCondition? ParseEmpty(Operand operand, int start)
    {
        _scanner.Dialect.Add(new DialectUse(DialectForm.WordOperator, start));
        _scanner.SkipBlanks();
        var position = _scanner.Position;
        switch (ReadWord())
        {
            case "true":
                return new EmptyCondition(operand, IsEmpty: true);
            case "false":
                return new EmptyCondition(operand, IsEmpty: false);
            default:
                _scanner.Fail(position, "after 'empty' comes 'true' or 'false'");
                return null;
        }
    }

    private Condition? ParseUnary()
    {
        _scanner.SkipBlanks();
        if (_scanner.Current is not ('!' or '('))
        {
            return ParseOperand() is { } operand ? new OperandCondition(operand) : null;
        }
        if (!_scanner.Enter())
        {
            return null;
        }
        Condition? condition;
        if (_scanner.TrySkip("!"))
        {
            condition = ParseUnary() is { } negated ? new NotCondition(negated) : null;
        }
        else
        {
            _scanner.Position++;
            condition = ParseOr();
            condition = condition is not null && _scanner.Expect(')') ? condition : null;
        }
        _scanner.Leave();
        return condition;
    }

    private Operand? ParseOperand()
    {
        _scanner.SkipBlanks();
        return _scanner.Current switch
        {
            '\'' or '"' => ParseString(),
            '{' => EmbeddedExpression.ReadBraced(_scanner) is { } expression ? new ExpressionOperand(expression) : null,
            '$' => _jsonPath ? ParseQuery() : ParseExpression(),
            '-' or (>= '0' and <= '9') => ParseNumber(),
            _ => ParseKeyword(),
        };
    }

    private ExpressionOperand? ParseExpression() => EmbeddedExpression.ReadUnbraced(_scanner) is { } expression ? new ExpressionOperand(expression) : null;

    /// <summary>A JSONPath on the context, unless it has the form of a runtime expression.</summary>
    private Operand? ParseQuery()
    {
        var start = _scanner.Position;
        if (ExpressionExtent.HasKnownRoot(_scanner.Text, start, _scanner.Text.Length) || _scanner.Starts("$statusCode"))
        {
            _scanner.Dialect.Add(new DialectUse(DialectForm.JsonPathUnbracedExpression, start));
            return ParseExpression();
        }
        if (JsonPathParser.ParsePrefix(_scanner, compat: true) is not { } query)
        {
            return null;
        }
        if (query.Segments is not { Count: > 0 } segments || segments[segments.Count - 1] is not { IsDescendant: false, Selectors: { Count: 1 } selectors }
            || selectors[0] is not NameSelector { Name: "length" })
        {
            return new QueryOperand(query);
        }
        _scanner.Dialect.Add(new DialectUse(DialectForm.JsonPathLength, start));
        return new LengthOperand(query with { Segments = segments.Take(segments.Count - 1).ToEquatableArray() });
    }

    private LiteralOperand? ParseNumber() =>
        _scanner.ReadNumber() is { } number && !Characters.IsIdentifier(_scanner.Current)
            ? new LiteralOperand(number)
            : _scanner.Fail<LiteralOperand>("this is no number; put a text in single quotes");

    private LiteralOperand? ParseKeyword()
    {
        var start = _scanner.Position;
        switch (ReadWord())
        {
            case "true":
                return new LiteralOperand(new Literal(LiteralKind.Boolean, "true"));
            case "false":
                return new LiteralOperand(new Literal(LiteralKind.Boolean, "false"));
            case "null":
                return new LiteralOperand(new Literal(LiteralKind.Null, "null"));
            case "":
                return _scanner.Fail<LiteralOperand>("here a value is missing: a runtime expression such as '$statusCode', a number, a text in single quotes, true, false or null");
            case var word:
                _scanner.Fail(start, $"'{word}' is no value; put a text in single quotes, and begin an expression with '$'");
                return null;
        }
    }

    private string ReadWord()
    {
        var start = _scanner.Position;
        while (Characters.IsIdentifier(_scanner.Current))
        {
            _scanner.Position++;
        }
        return _scanner.Text.Substring(start, _scanner.Position - start);
    }

    /// <summary>A quote is doubled inside; where double quotes or JSONPath are in use, a backslash escapes too.</summary>
    private Operand? ParseString()
    {
        var start = _scanner.Position;
        var quote = _scanner.Current;
        var backslash = _jsonPath || quote == '"';
        var value = new StringBuilder();
        for (_scanner.Position++; !_scanner.AtEnd; _scanner.Position++)
        {
            if (_scanner.Current == quote)
            {
                if (_scanner.Peek(1) != quote)
                {
                    _scanner.Position++;
                    return FinishString(value.ToString(), start, quote);
                }
                _scanner.Position++;
            }
            else if (backslash && _scanner.Current == '\\' && (_scanner.Peek(1) == quote || _scanner.Peek(1) == '\\'))
            {
                _scanner.Position++;
            }
            value.Append(_scanner.Current);
        }
        _scanner.Fail(start, "the closing quote of this text is missing");
        return null;
    }

    private Operand FinishString(string value, int start, char quote)
    {
        if (quote == '"' && !_jsonPath)
        {
            _scanner.Dialect.Add(new DialectUse(DialectForm.DoubleQuotes, start));
        }
        var form = _jsonPath ? DialectForm.JsonPathUnbracedExpression : DialectForm.UnbracedEmbedding;
        return EmbeddedExpression.ReadString(_scanner, value, start, unbraced: true, form) is { } template
            ? new TemplateOperand(template)
            : new LiteralOperand(new Literal(LiteralKind.String, value));
    }
}
