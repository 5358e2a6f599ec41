using System.Collections.Immutable;
using System.Text;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>
/// Reads the part of YAML that large documents are written in, in a fraction of the time: block mappings and sequences of plain, quoted and block scalars. It reads
/// nothing otherwise than <see cref="YamlNodeReader"/>, and leaves to that whatever is not certain: anchors, tags, tabs, escapes, and all that is wrong.
/// </summary>
internal sealed partial class YamlBlockReader
{
    private const int Deepest = 100;
    private const int LongestKey = 1000;

    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly StringPool _pool = new();
    private readonly StringBuilder _scalar = new();
    // The line that is read: its number, where it begins, where what is left of it begins, and where it ends.
    private int _line = -1;
    private int _start;
    private int _content;
    private int _end;
    private int _next;
    private int _depth;

    private YamlBlockReader(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _text = text;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the text. Null when it is more than this understands; then nothing is reported that counts.</summary>
    public static Node? TryRead(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var reader = new YamlBlockReader(text, diagnostics, cancellationToken);
        // A carriage return by itself ends a line, too, but nobody has written so for decades.
        for (var index = text.IndexOf('\r'); index >= 0; index = text.IndexOf('\r', index + 1))
        {
            if (index + 1 == text.Length || text[index + 1] != '\n')
            {
                return null;
            }
        }
        if (!reader.MoveToContent() || (reader.IsMarker() && !(reader.IsBare("---") && reader.MoveToContent())) || reader.IsAtEnd)
        {
            return null;
        }
        return reader.IsEntry() || reader.FindColon(reader._content) < 0 ? null : reader.ReadMapping() is { } root && reader.IsAtEnd ? root : null;
    }

    private Node? ReadNode(int parent)
    {
        if (IsEntry())
        {
            return ReadSequence();
        }
        return FindColon(_content) >= 0 ? ReadMapping() : ReadScalar(parent);
    }

    private MappingNode? ReadMapping()
    {
        if (++_depth > Deepest)
        {
            return null;
        }
        _cancellationToken.ThrowIfCancellationRequested();
        var (indentation, line) = (Indentation, _line);
        var mapping = new MappingBuilder(_diagnostics);
        var last = default(TextRange);
        do
        {
            if (IsEntry() || ReadKey() is not { } key || ReadValue(key, indentation) is not { } value)
            {
                return null;
            }
            mapping.Add(key, value);
            last = value.Range;
        }
        while (!IsAtEnd && Indentation == indentation);
        _depth--;
        return !IsAtEnd && Indentation > indentation ? null : mapping.Build(new TextRange(line, indentation, last.EndLine, last.EndColumn));
    }

    private SequenceNode? ReadSequence()
    {
        if (++_depth > Deepest)
        {
            return null;
        }
        var (indentation, line) = (Indentation, _line);
        var items = ImmutableArray.CreateBuilder<Node>();
        do
        {
            _content++;
            SkipBlanks();
            if (_content == _end || _text[_content] == '#')
            {
                if (!MoveToContent() || IsAtEnd || Indentation <= indentation)
                {
                    return null;
                }
            }
            if (ReadNode(indentation) is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        while (!IsAtEnd && Indentation == indentation && IsEntry());
        _depth--;
        var last = items[items.Count - 1].Range;
        return !IsAtEnd && Indentation > indentation ? null : new SequenceNode(items.DrainToImmutable(), new TextRange(line, indentation, last.EndLine, last.EndColumn));
    }

    /// <summary>Reads a key and goes on to what follows its colon.</summary>
    private ScalarNode? ReadKey()
    {
        var colon = FindColon(_content);
        if (colon < 0 || colon - _content > LongestKey)
        {
            return null;
        }
        var from = _content;
        var quote = _text[from];
        var to = colon;
        while (_text[to - 1] == ' ')
        {
            to--;
        }
        ScalarNode? key;
        if (quote is '"' or '\'')
        {
            key = ReadQuoted();
            if (key is null || _content != to)
            {
                return null;
            }
        }
        else
        {
            var text = _pool.Get(_text, from, to - from);
            key = text is "<<" or "?" ? null : new ScalarNode(text, CoreSchema.Resolve(text), At(from, to));
        }
        _content = colon + 1;
        return key;
    }

    private Node? ReadValue(ScalarNode key, int indentation)
    {
        var after = _content;
        var line = _line;
        SkipBlanks();
        if (_content < _end && !(_text[_content] == '#' && _content > after))
        {
            return IsEntry() ? null : ReadScalar(indentation);
        }
        var empty = At(after, after);
        if (!MoveToContent())
        {
            return null;
        }
        if (IsAtEnd || Indentation < indentation || (Indentation == indentation && !IsEntry()))
        {
            return new ScalarNode("", ScalarKind.Null, empty);
        }
        // A key of the root's that stands on its own line is no place for a lone scalar, which few write.
        return key.Range.StartLine == line && (IsEntry() || FindColon(_content) >= 0) ? ReadNode(indentation) : null;
    }
}
