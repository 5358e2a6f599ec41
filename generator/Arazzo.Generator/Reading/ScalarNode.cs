namespace Arazzo.Generator.Reading;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(string text, ScalarKind kind, TextRange range) : Node(range)
{
    /// <summary>The unescaped text of a string; of anything else the text as it was written.</summary>
    public string Text { get; } = text;

    /// <summary>What the text means by the core schema of YAML 1.2 (so <c>NO</c>, <c>on</c> and dates are strings) or by JSON.</summary>
    public ScalarKind Kind { get; } = kind;

    public bool IsNull => Kind == ScalarKind.Null;
}

internal enum ScalarKind
{
    String,
    Integer,
    Float,
    Boolean,
    Null,
}
