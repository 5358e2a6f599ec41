using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Makes the exceptions of the codecs. They never quote the JSON, which may hold secrets.</summary>
internal static class JsonUnexpected
{
    public static JsonException Value(ref Utf8JsonReader json, string expected) =>
        new($"Expected {expected}, found {Describe(json.TokenType)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "another string",
        JsonTokenType.Number => "another number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
