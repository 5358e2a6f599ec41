using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The text of a <c>$ref</c>, <c>$dynamicRef</c> or discriminator mapping: a URI reference as it was written.</summary>
/// <param name="Text">For example <c>#/components/schemas/Pet</c> or <c>common.yaml#/Error</c>.</param>
/// <param name="Range">Where the text stands.</param>
internal sealed record OpenApiReference(string Text, TextRange Range)
{
    /// <summary>What stands before the <c>#</c>: empty when the reference stays in its own document.</summary>
    public string Document => Text.IndexOf('#') is var hash and >= 0 ? Text.Substring(0, hash) : Text;

    /// <summary>What stands after the <c>#</c>, still percent-encoded: a JSON Pointer, the name of an anchor, or empty.</summary>
    public string Fragment => Text.IndexOf('#') is var hash and >= 0 ? Text.Substring(hash + 1) : "";
}
