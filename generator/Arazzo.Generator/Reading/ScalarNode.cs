namespace Arazzo.Generator.Reading;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(string text, ScalarKind kind, TextRange range) : Node(range)
{
    /// <summary>The unescaped text of a string; of anything else the text as it was written.</summary>
    public string Text { get; } = text;

    /// <summary>What the text means by the core schema of YAML 1.2 (so <c>NO</c>, <c>on</c> and dates are strings) or by JSON.</summary>
    public ScalarKind Kind { get; } = kind;

    public bool IsNull => Kind == ScalarKind.Null;

    public bool IsTrue => Kind == ScalarKind.Boolean && Text[0] is 't' or 'T';

    /// <summary>A number as JSON writes it, for YAML has <c>0x1F</c>, <c>0o17</c>, <c>+1</c> and <c>.5</c> besides. What JSON cannot write, and what is no number, stays as it is.</summary>
    public ScalarNode AsJsonNumber()
    {
        var text = Kind is ScalarKind.Integer or ScalarKind.Float ? NodeJson.Write(this) : Text;
        return text == Text || text[0] == '"' ? this : new ScalarNode(text, Kind, Range);
    }

    /// <summary>Where a part of <see cref="Text"/> stands, when the text stands in one line without escapes; else where the whole scalar stands.</summary>
    public TextRange RangeOf(int start, int length)
    {
        // The quotes, if there are any, are what the written text is longer by.
        var quotes = Range.EndColumn - Range.StartColumn - Text.Length;
        if (Range.StartLine != Range.EndLine || quotes is not (0 or 2))
        {
            return Range.FirstLine;
        }
        var column = Range.StartColumn + (quotes / 2) + start;
        return Range with { StartColumn = column, EndColumn = column + length };
    }
}

internal enum ScalarKind
{
    String,
    Integer,
    Float,
    Boolean,
    Null,
}
