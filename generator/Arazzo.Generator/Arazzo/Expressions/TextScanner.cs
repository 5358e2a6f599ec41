namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A place in a text, and the first fault: what the recursive parsers of conditions and JSONPath stand on.</summary>
internal sealed class TextScanner(string text)
{
    private const int DeepestNesting = 64;
    private int _depth;

    public string Text { get; } = text;

    public int Position { get; set; }

    public ParseError? Error { get; private set; }

    public List<DialectUse> Dialect { get; } = [];

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character here; NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int distance) => Position + distance < Text.Length ? Text[Position + distance] : '\0';

    public void SkipBlanks()
    {
        while (!AtEnd && Characters.IsBlank(Text[Position]))
        {
            Position++;
        }
    }

    public bool Starts(string token) => string.CompareOrdinal(Text, Position, token, 0, token.Length) == 0;

    public bool TrySkip(string token)
    {
        if (!Starts(token))
        {
            return false;
        }
        Position += token.Length;
        return true;
    }

    /// <summary>Skips blanks and one character that must be there.</summary>
    public bool Expect(char character)
    {
        SkipBlanks();
        if (Current != character)
        {
            Fail($"here '{character}' is missing");
            return false;
        }
        Position++;
        return true;
    }

    /// <summary>The comparison operator here, or null.</summary>
    public ComparisonOperator? ReadComparisonOperator() =>
        TrySkip("==") ? ComparisonOperator.Equal
        : TrySkip("!=") ? ComparisonOperator.NotEqual
        : TrySkip("<=") ? ComparisonOperator.LessOrEqual
        : TrySkip(">=") ? ComparisonOperator.GreaterOrEqual
        : TrySkip("<") ? ComparisonOperator.Less
        : TrySkip(">") ? ComparisonOperator.Greater
        : null;

    /// <summary>A number in JSON's form, or null without moving.</summary>
    public Literal? ReadNumber()
    {
        var start = Position;
        TrySkip("-");
        var digits = SkipDigits();
        var leadingZero = digits > 1 && Text[Position - digits] == '0';
        if (digits > 0 && !leadingZero && SkipFraction() && SkipExponent())
        {
            return new Literal(LiteralKind.Number, Text.Substring(start, Position - start));
        }
        Position = start;
        return null;
    }

    public int SkipDigits()
    {
        var start = Position;
        while (Characters.IsDigit(Current))
        {
            Position++;
        }
        return Position - start;
    }

    /// <summary>Goes one level deeper; false, with a fault, when that is too deep.</summary>
    public bool Enter()
    {
        if (++_depth <= DeepestNesting)
        {
            return true;
        }
        Fail($"this is nested deeper than {DeepestNesting} levels; simplify it");
        return false;
    }

    public void Leave() => _depth--;

    public void Fail(string message) => Fail(Position, message);

    public void Fail(int offset, string message) => Error ??= new ParseError(offset, message);

    public T? Fail<T>(string message)
        where T : class
    {
        Fail(message);
        return null;
    }

    private bool SkipFraction() => !TrySkip(".") || SkipDigits() > 0;

    private bool SkipExponent()
    {
        if (Current is not ('e' or 'E'))
        {
            return true;
        }
        Position++;
        if (Current is '+' or '-')
        {
            Position++;
        }
        return SkipDigits() > 0;
    }
}
