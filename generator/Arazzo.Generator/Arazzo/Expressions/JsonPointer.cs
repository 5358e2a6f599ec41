using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A JSON Pointer (RFC 6901).</summary>
/// <param name="Tokens">Unescaped; none: the whole value.</param>
internal sealed record JsonPointer(EquatableArray<string> Tokens)
{
    /// <summary>Parses <c>""</c> or <c>/a/b</c>, the text without a <c>#</c>.</summary>
    public static ParseResult<JsonPointer> Parse(string text) => throw new NotSupportedException();

    public override string ToString() => string.Concat(Tokens.Select(static token => "/" + token.Replace("~", "~0").Replace("/", "~1")));
}
