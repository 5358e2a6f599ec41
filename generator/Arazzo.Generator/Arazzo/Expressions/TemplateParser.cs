using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// Parses a string value that may hold runtime expressions. Only a <c>$</c> that begins an expression of a known form is one: everything else
/// (<c>$9.99</c>, GraphQL's <c>$message: String!</c>, JSON's braces) is text.
/// </summary>
internal static class TemplateParser
{
    private static readonly char[] Braces = ['{', '}'];

    public static ParseResult<Template> Parse(string text)
    {
        if (text.IndexOf('$') < 0)
        {
            return ParseResult<Template>.Success(new Template(text.Length == 0 ? [] : [new LiteralPart(text)], IsWhole: false));
        }
        return ParseWhole(text) ?? new Scanner(text).Scan();
    }

    /// <summary>A string that is one expression. Null when it is not.</summary>
    private static ParseResult<Template>? ParseWhole(string text)
    {
        var end = text.Length;
        while (end > 0 && Characters.IsBlank(text[end - 1]))
        {
            end--;
        }
        if (end == 0 || text[0] != '$' || WholeExtent(text, end) != end)
        {
            return null;
        }
        var dialect = new List<DialectUse>();
        if (RuntimeExpressionParser.Parse(text.Substring(0, end), 0, dialect, out var error) is { } expression)
        {
            return ParseResult<Template>.Success(new Template([new ExpressionPart(expression)], IsWhole: true), dialect);
        }
        return ExpressionExtent.HasKnownRoot(text, 0, end) ? ParseResult<Template>.Failure(error!) : null;
    }

    private static int WholeExtent(string text, int end)
    {
        var extent = ExpressionExtent.Find(text, 0, pointerWithoutSlash: true);
        if (extent < end && text.IndexOf('#', 0, extent) >= 0)
        {
            // Nothing but blanks, quotes and further expressions ends a pointer when the whole string may be one.
            while (extent < end && !Characters.IsBlank(text[extent]) && text[extent] is not ('$' or '{' or '"' or '\'' or ','))
            {
                extent++;
            }
        }
        return extent;
    }

    private sealed class Scanner(string text)
    {
        private readonly List<TemplatePart> _parts = [];
        private readonly List<DialectUse> _dialect = [];
        private readonly Dictionary<string, bool> _declared = new(StringComparer.Ordinal);
        private int _literalStart;
        private int _position;

        public ParseResult<Template> Scan()
        {
            while (_position < text.Length)
            {
                ParseError? error = null;
                switch (text[_position])
                {
                    case '{' when _position + 1 < text.Length && text[_position + 1] == '$':
                        error = ReadBraced();
                        break;
                    case '$' when IsWordBoundary():
                        ReadUnbraced();
                        break;
                    default:
                        _position++;
                        break;
                }
                if (error is not null)
                {
                    return ParseResult<Template>.Failure(error);
                }
            }
            TakeLiteral(text.Length);
            return ParseResult<Template>.Success(new Template(_parts.ToEquatableArray(), IsWhole: false), _dialect);
        }

        /// <summary><c>{$...}</c>: an error when its root is known and the rest is wrong, text when it is another language's.</summary>
        private ParseError? ReadBraced()
        {
            var start = _position + 1;
            var end = text.IndexOfAny(Braces, start);
            if (end < 0 || text[end] == '{')
            {
                _position = end < 0 ? text.Length : end;
                return ExpressionExtent.HasKnownRoot(text, start, _position) ? new ParseError(_position, "the closing '}' of this expression is missing") : null;
            }
            if (RuntimeExpressionParser.Parse(text.Substring(start, end - start), start, _dialect, out var error) is { } expression)
            {
                Take(expression, start - 1, end + 1);
                return null;
            }
            _position = end + 1;
            return ExpressionExtent.HasKnownRoot(text, start, end) ? error : null;
        }

        private void ReadUnbraced()
        {
            var start = _position;
            var end = ExpressionExtent.Find(text, start, pointerWithoutSlash: false);
            _position = Math.Max(end, start + 1);
            if (!IsKnownForm(start, end))
            {
                return;
            }
            var form = new DialectUse(DialectForm.UnbracedEmbedding, start);
            _dialect.Add(form);
            if (RuntimeExpressionParser.Parse(text.Substring(start, end - start), start, _dialect, out _) is { } expression)
            {
                Take(expression, start, end);
            }
            else
            {
                _dialect.Remove(form);
            }
        }

        private bool IsKnownForm(int start, int end) => text.Substring(start, end - start) switch
        {
            "$statusCode" or "$url" or "$method" => !IsDeclared(text.Substring(start, end - start)),
            var form => HasPrefix(form, "$inputs.") || HasPrefix(form, "$steps.") || HasPrefix(form, "$response.") || HasPrefix(form, "$request.")
                || HasPrefix(form, "$workflows.") || HasPrefix(form, "$outputs."),
        };

        private static bool HasPrefix(string form, string prefix) => form.StartsWith(prefix, StringComparison.Ordinal);

        /// <summary>A name that the text itself declares, as GraphQL does in <c>query($url: String!)</c>, is the text's own.</summary>
        private bool IsDeclared(string name)
        {
            if (_declared.TryGetValue(name, out var known))
            {
                return known;
            }
            var declared = false;
            for (var index = text.IndexOf(name, StringComparison.Ordinal); index >= 0 && !declared; index = text.IndexOf(name, index + 1, StringComparison.Ordinal))
            {
                var next = index + name.Length;
                while (next < text.Length && text[next] == ' ')
                {
                    next++;
                }
                declared = next < text.Length && text[next] == ':';
            }
            return _declared[name] = declared;
        }

        private bool IsWordBoundary() => _position == 0 || !(Characters.IsIdentifier(text[_position - 1]) || text[_position - 1] is '$' or '\\')
            || text[_position - 1] == '-';

        private void Take(RuntimeExpression expression, int start, int end)
        {
            TakeLiteral(start);
            _parts.Add(new ExpressionPart(expression));
            _literalStart = _position = end;
        }

        private void TakeLiteral(int end)
        {
            if (end > _literalStart)
            {
                _parts.Add(new LiteralPart(text.Substring(_literalStart, end - _literalStart)));
            }
        }
    }
}
