using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// Parses a JSONPath query of RFC 9535. In addition <c>{$...}</c> stands for a name, an index or a literal (Arazzo, section Criterion Object).
/// </summary>
internal sealed class JsonPathParser
{
    /// <summary>Integers are exact in a double (RFC 9535, section 2.1).</summary>
    private const long LargestInteger = 9007199254740991;

    private readonly TextScanner _scanner;
    private readonly bool _compat;
    private readonly JsonPathFilterParser _filters;

    internal JsonPathParser(TextScanner scanner, bool compat)
    {
        _scanner = scanner;
        _compat = compat;
        _filters = new JsonPathFilterParser(scanner, compat, this);
    }

    /// <summary>Parses a query by the letter of RFC 9535.</summary>
    public static ParseResult<JsonPathQuery> ParseQuery(string text) => ParseQuery(text, compat: false);

    /// <param name="compat">Whether runtime expressions without braces, and blanks around the query, are accepted.</param>
    public static ParseResult<JsonPathQuery> ParseQuery(string text, bool compat)
    {
        var scanner = new TextScanner(text);
        if (compat)
        {
            SkipBlanks(scanner);
        }
        var query = ParsePrefix(scanner, compat);
        if (compat)
        {
            SkipBlanks(scanner);
        }
        if (query is not null && !scanner.AtEnd)
        {
            scanner.Fail("here the query must end, or go on with '.' or '['");
        }
        return scanner.Error is { } error ? ParseResult<JsonPathQuery>.Failure(error) : ParseResult<JsonPathQuery>.Success(query!, scanner.Dialect);
    }

    private static void SkipBlanks(TextScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipBlanks();
        // A line break at the end is that of the block scalar that the query is written in.
        if (scanner.Position > start && !(scanner.AtEnd && scanner.Text.Substring(start).Trim('\n').Length == 0))
        {
            scanner.Dialect.Add(new DialectUse(DialectForm.JsonPathBlanks, start));
        }
    }

    /// <summary>Parses a query that begins with <c>$</c> as far as it goes. Null after a fault.</summary>
    internal static JsonPathQuery? ParsePrefix(TextScanner scanner, bool compat) =>
        scanner.Current == '$' ? new JsonPathParser(scanner, compat).ParseQuery() : scanner.Fail<JsonPathQuery>("a JSONPath query begins with '$'");

    /// <summary>Parses a query, the scanner being on its <c>$</c> or <c>@</c>.</summary>
    internal JsonPathQuery? ParseQuery()
    {
        var isRelative = _scanner.Current == '@';
        _scanner.Position++;
        var segments = new List<JsonPathSegment>();
        while (true)
        {
            var end = _scanner.Position;
            _scanner.SkipBlanks();
            if (_scanner.Current is not ('.' or '['))
            {
                _scanner.Position = end;
                return new JsonPathQuery(isRelative, segments.ToEquatableArray());
            }
            if (ParseSegment() is not { } segment)
            {
                return null;
            }
            segments.Add(segment);
        }
    }

    private JsonPathSegment? ParseSegment()
    {
        if (_scanner.Current == '[')
        {
            return ParseBracket(isDescendant: false);
        }
        var isDescendant = _scanner.TrySkip("..");
        if (!isDescendant)
        {
            _scanner.Position++;
        }
        else if (_scanner.Current == '[')
        {
            return ParseBracket(isDescendant: true);
        }
        if (_scanner.TrySkip("*"))
        {
            return new JsonPathSegment(isDescendant, [new WildcardSelector()]);
        }
        return ReadShorthand() is { } name
            ? new JsonPathSegment(isDescendant, [new NameSelector(name)])
            : _scanner.Fail<JsonPathSegment>("here a name is missing; a name that is no identifier is written ['name']");
    }

    /// <summary><c>member-name-shorthand</c> (section 2.5.1.1).</summary>
    private string? ReadShorthand()
    {
        var start = _scanner.Position;
        if (Characters.IsDigit(_scanner.Current))
        {
            return null;
        }
        while (true)
        {
            var character = _scanner.Current;
            if (char.IsHighSurrogate(character) && char.IsLowSurrogate(_scanner.Peek(1)))
            {
                _scanner.Position += 2;
            }
            else if (Characters.IsLetter(character) || Characters.IsDigit(character) || character == '_' || (character >= '\u0080' && !char.IsSurrogate(character)))
            {
                _scanner.Position++;
            }
            else
            {
                return _scanner.Position == start ? null : _scanner.Text.Substring(start, _scanner.Position - start);
            }
        }
    }

    private JsonPathSegment? ParseBracket(bool isDescendant)
    {
        if (!_scanner.Enter())
        {
            return null;
        }
        var selectors = new List<JsonPathSelector>();
        do
        {
            _scanner.Position++;
            _scanner.SkipBlanks();
            if (ParseSelector() is not { } selector)
            {
                return null;
            }
            selectors.Add(selector);
            _scanner.SkipBlanks();
        }
        while (_scanner.Current == ',');
        _scanner.Leave();
        return _scanner.Expect(']') ? new JsonPathSegment(isDescendant, selectors.ToEquatableArray()) : null;
    }

    private JsonPathSelector? ParseSelector()
    {
        switch (_scanner.Current)
        {
            case '\'' or '"':
                return ParseName();
            case '*':
                _scanner.Position++;
                return new WildcardSelector();
            case '?':
                _scanner.Position++;
                return _filters.Parse() is { } filter ? new FilterSelector(filter) : null;
            case '{':
                return EmbeddedExpression.ReadBraced(_scanner) is { } expression
                    ? new EmbeddedSelector(new Template([new ExpressionPart(expression)], IsWhole: true))
                    : null;
            case ':' or '-' or (>= '0' and <= '9'):
                return ParseIndexOrSlice();
            default:
                return _scanner.Fail<JsonPathSelector>("here a selector is missing: a name in quotes, an index, a slice, '*' or a filter '?...'");
        }
    }

    private JsonPathSelector? ParseName()
    {
        var start = _scanner.Position;
        return JsonPathStringReader.Read(_scanner) is not { } name ? null
            : EmbeddedExpression.ReadString(_scanner, name, start, _compat, DialectForm.JsonPathUnbracedExpression) is { } template
                ? new EmbeddedSelector(template)
                : new NameSelector(name);
    }

    private JsonPathSelector? ParseIndexOrSlice()
    {
        if (!TryReadInteger(out var start))
        {
            return null;
        }
        var end = _scanner.Position;
        _scanner.SkipBlanks();
        if (_scanner.Current != ':')
        {
            _scanner.Position = end;
            return new IndexSelector(start!.Value);
        }
        if (!TryReadBound(out var stop))
        {
            return null;
        }
        long? step = null;
        return _scanner.Current == ':' && !TryReadBound(out step) ? null : new SliceSelector(start, stop, step);
    }

    /// <summary>Skips a colon and reads the integer behind it, if there is one, with the blanks around it.</summary>
    private bool TryReadBound(out long? value)
    {
        _scanner.Position++;
        _scanner.SkipBlanks();
        if (!TryReadInteger(out value))
        {
            return false;
        }
        _scanner.SkipBlanks();
        return true;
    }

    /// <summary>Null when there is none; false when there is one that is wrong.</summary>
    private bool TryReadInteger(out long? value)
    {
        value = null;
        var start = _scanner.Position;
        var negative = _scanner.TrySkip("-");
        var digits = _scanner.SkipDigits();
        if (digits == 0 && !negative)
        {
            return true;
        }
        var text = _scanner.Text.Substring(_scanner.Position - digits, digits);
        if (digits == 0 || (text[0] == '0' && (digits > 1 || negative)))
        {
            _scanner.Fail(start, "this is no integer; write it without leading zeros, and zero without a minus");
            return false;
        }
        if (digits > 16 || long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var number && number > LargestInteger)
        {
            _scanner.Fail(start, "this integer is too large; the largest is 9007199254740991");
            return false;
        }
        value = negative ? -number : number;
        return true;
    }
}
