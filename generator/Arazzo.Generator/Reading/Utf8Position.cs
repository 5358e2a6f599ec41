namespace Arazzo.Generator.Reading;

/// <summary>Turns offsets into UTF-8 into lines and columns (in UTF-16 units, as Roslyn counts). Goes through the text once.</summary>
internal sealed class Utf8Position(byte[] utf8)
{
    private int _offset;
    private int _line;
    private int _column;

    /// <summary>The zero-based place of <paramref name="offset"/>, which must not lie before the last one asked for.</summary>
    public (int Line, int Column) MoveTo(int offset)
    {
        for (; _offset < offset; _offset++)
        {
            var value = utf8[_offset];
            if (value == '\n' || (value == '\r' && (_offset + 1 == utf8.Length || utf8[_offset + 1] != '\n')))
            {
                _line++;
                _column = 0;
            }
            else
            {
                _column += Utf16Units(value);
            }
        }
        return (_line, _column);
    }

    /// <summary>The character that lies <paramref name="bytes"/> behind the beginning of a line, or the line's last. Lines as Utf8JsonReader counts them: by line feeds.</summary>
    public TextRange RangeOf(int line, int bytes)
    {
        var start = 0;
        for (var skipped = 0; skipped < line && start < utf8.Length; start++)
        {
            skipped += utf8[start] == '\n' ? 1 : 0;
        }
        var (column, last) = (0, 0);
        for (var index = start; index < start + bytes && index < utf8.Length; index++)
        {
            last = Utf16Units(utf8[index]) > 0 ? column : last;
            column += Utf16Units(utf8[index]);
        }
        var isBehindLine = start + bytes >= utf8.Length || utf8[start + bytes] is (byte)'\r' or (byte)'\n';
        column = isBehindLine ? last : column;
        return new TextRange(line, column, line, column + 1);
    }

    // A continuation byte adds nothing, and four bytes are a surrogate pair.
    private static int Utf16Units(byte value) => (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
}
