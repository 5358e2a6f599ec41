using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Arazzo.Generator.Emit;

/// <summary>Writes C# with four-space indentation and LF, whatever the machine.</summary>
internal sealed class SourceWriter
{
    private static readonly Encoding Utf8WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private readonly StringBuilder _text = new();

    public int Indentation { get; set; }

    /// <summary>Writes one or more lines, each at the current indentation.</summary>
    public void Line(string text)
    {
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            if (length > 0 && text[start + length - 1] == '\r')
            {
                length--;
            }
            if (length > 0)
            {
                _text.Append(' ', Indentation * 4).Append(text, start, length);
            }
            _text.Append('\n');
            if (end < 0)
            {
                return;
            }
            start = end + 1;
        }
    }

    public void Line() => _text.Append('\n');

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing the scope writes the closing brace and <paramref name="footer"/>.</summary>
    public Scope Block(string header, string footer = "")
    {
        Line(header);
        Line("{");
        Indentation++;
        return new Scope(this, "}" + footer);
    }

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Utf8WithoutMark);

    public override string ToString() => _text.ToString();

    public readonly struct Scope(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer.Indentation--;
            writer.Line(end);
        }
    }
}
