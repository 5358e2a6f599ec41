namespace Arazzo.Generator.Binding.Operations;

/// <summary>What methods and the names of headers are made of.</summary>
internal static class HttpToken
{
    /// <summary>RFC 9110, section 5.6.2.</summary>
    public static bool IsToken(string text) => text.Length > 0 && text.All(IsCharacter);

    private static bool IsCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0;
}
