using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>JSON (RFC 8259) to nodes.</summary>
internal sealed class JsonNodeReader
{
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly Utf8Position _position;
    private int _depth;

    private JsonNodeReader(Utf8Position position, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _position = position;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="UnreadableTextException">The text is not JSON, or nested too deep.</exception>
    public static Node Read(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var position = new Utf8Position(utf8);
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ReadingLimits.Depth + 8 });
        try
        {
            json.Read();
            var node = new JsonNodeReader(position, diagnostics, cancellationToken).ReadNode(ref json);
            json.Read(); // Whatever follows the value is a fault.
            return node;
        }
        catch (JsonException exception)
        {
            var range = position.RangeOf((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            throw new UnreadableTextException(DiagnosticDescriptors.InvalidJson, range, Reason(exception));
        }
    }

    private Node ReadNode(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
            {
                var start = Enter(ref json);
                var mapping = new MappingBuilder(_diagnostics);
                while (json.Read() && json.TokenType != JsonTokenType.EndObject)
                {
                    var key = ReadScalar(ref json);
                    json.Read();
                    mapping.Add(key, ReadNode(ref json));
                }
                return mapping.Build(Leave(start, ref json));
            }
            case JsonTokenType.StartArray:
            {
                var start = Enter(ref json);
                var items = ImmutableArray.CreateBuilder<Node>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref json));
                }
                return new SequenceNode(items.DrainToImmutable(), Leave(start, ref json));
            }
            default:
                return ReadScalar(ref json);
        }
    }

    private TextRange Enter(ref Utf8JsonReader json)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var range = RangeOf(ref json);
        if (++_depth > ReadingLimits.Depth)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.NestedTooDeep, range, $"{ReadingLimits.Depth}");
        }
        return range;
    }

    private TextRange Leave(TextRange start, ref Utf8JsonReader json)
    {
        _depth--;
        var end = RangeOf(ref json);
        return new TextRange(start.StartLine, start.StartColumn, end.EndLine, end.EndColumn);
    }

    private ScalarNode ReadScalar(ref Utf8JsonReader json)
    {
        var range = RangeOf(ref json);
        return json.TokenType switch
        {
            JsonTokenType.Number => ReadNumber(ref json, range),
            JsonTokenType.True => new ScalarNode("true", ScalarKind.Boolean, range),
            JsonTokenType.False => new ScalarNode("false", ScalarKind.Boolean, range),
            JsonTokenType.Null => new ScalarNode("null", ScalarKind.Null, range),
            _ => new ScalarNode(ReadString(ref json, range), ScalarKind.String, range),
        };
    }

    private static ScalarNode ReadNumber(ref Utf8JsonReader json, TextRange range)
    {
        var text = Encoding.UTF8.GetString(json.ValueSpan.ToArray());
        return new ScalarNode(text, text.IndexOfAny(['.', 'e', 'E']) < 0 ? ScalarKind.Integer : ScalarKind.Float, range);
    }

    private static string ReadString(ref Utf8JsonReader json, TextRange range)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.InvalidJson, range, "a \\u escape gives half of a surrogate pair");
        }
    }

    private TextRange RangeOf(ref Utf8JsonReader json)
    {
        var quotes = json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var (startLine, startColumn) = _position.MoveTo((int)json.TokenStartIndex);
        var (endLine, endColumn) = _position.MoveTo((int)json.TokenStartIndex + json.ValueSpan.Length + quotes);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }

    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? exception.Message : exception.Message.Substring(0, end);
        return reason.TrimEnd('.');
    }
}
