namespace Documentation.Tests.Markdown;

/// <summary>
/// What an HTML comment right before a block tells the tests:
/// <list type="bullet">
/// <item><c>given: ...</c> C# that the block takes for granted;</item>
/// <item><c>continues</c> the block goes on where the C# block before it stopped;</item>
/// <item><c>file: specs/pets.yml</c> the file that a YAML or JSON block is;</item>
/// <item><c>in: steps</c> the block is a part of a document: the template of that name in <c>Templates/</c> has the rest;</item>
/// <item><c>options: Dialect=Strict</c> metadata of the block's ApiSpec item;</item>
/// <item><c>also: ARZ0255</c> another diagnostic that the block gives.</item>
/// </list>
/// </summary>
internal sealed class Directives
{
    private static readonly string[] Names = ["given", "continues", "file", "in", "options", "also"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Takes one comment up; one that is for readers of the source says nothing.</summary>
    public void Add(string comment)
    {
        var text = comment.Trim();
        var end = text.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? text : text[..end];
        if (Names.Contains(name))
        {
            _values[name] = end < 0 ? "" : text[(end + 1)..].Trim();
        }
    }
}
