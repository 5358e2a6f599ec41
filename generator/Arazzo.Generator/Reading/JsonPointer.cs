using Arazzo.Generator.Model;

namespace Arazzo.Generator.Reading;

/// <summary>A JSON Pointer (RFC 6901).</summary>
/// <param name="Tokens">The unescaped reference tokens; none for the whole document.</param>
internal sealed record JsonPointer(EquatableArray<string> Tokens)
{
    /// <summary>Parses <c>/a/b~1c/0</c>. False for text that neither is empty nor begins with a slash, and for a <c>~</c> without 0 or 1 (section 3).</summary>
    public static bool TryParse(string text, out JsonPointer pointer)
    {
        pointer = new JsonPointer([]);
        if (text.Length == 0)
        {
            return true;
        }
        if (text[0] != '/')
        {
            return false;
        }
        for (var index = text.IndexOf('~'); index >= 0; index = text.IndexOf('~', index + 1))
        {
            if (index + 1 == text.Length || text[index + 1] is not ('0' or '1'))
            {
                return false;
            }
        }
        pointer = new JsonPointer([.. text.Substring(1).Split('/').Select(Unescape)]);
        return true;
    }

    /// <summary>Parses the fragment of a URI (section 6): percent-encoding is undone first. Without the <c>#</c>.</summary>
    public static bool TryParseFragment(string fragment, out JsonPointer pointer) => TryParse(Uri.UnescapeDataString(fragment), out pointer);

    /// <summary>A token as it stands in a pointer.</summary>
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>What the pointer leads to from <paramref name="root"/>, or null.</summary>
    public Node? Resolve(Node root)
    {
        var node = root;
        foreach (var token in Tokens)
        {
            var next = node switch
            {
                MappingNode mapping => mapping[token],
                SequenceNode sequence when ArrayIndex(token) is { } index && index < sequence.Items.Length => sequence.Items[index],
                _ => null,
            };
            if (next is null)
            {
                return null;
            }
            node = next;
        }
        return node;
    }

    /// <summary>The index that a token stands for (section 4: digits without leading zeros), or null.</summary>
    public static int? ArrayIndex(string token)
    {
        if (token.Length is 0 or > 9 || (token[0] == '0' && token.Length > 1))
        {
            return null;
        }
        var index = 0;
        foreach (var character in token)
        {
            if (character is < '0' or > '9')
            {
                return null;
            }
            index = (index * 10) + (character - '0');
        }
        return index;
    }

    public override string ToString() => string.Concat(Tokens.Select(static token => "/" + Escape(token)));

    public static string Unescape(string token) => token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");
}
