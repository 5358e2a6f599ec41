namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>The classes of characters that the grammars share.</summary>
internal static class Characters
{
    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public static bool IsHexDigit(char character) => IsDigit(character) || character is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    public static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Of <c>identifier-strict</c> (Arazzo 1.1, section Runtime Expressions), and letters of other scripts.</summary>
    public static bool IsIdentifier(char character) => IsLetter(character) || IsDigit(character) || character is '-' or '_' or >= '\u0080';

    public static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\r';

    /// <summary><c>tchar</c> of RFC 9110, section 5.6.2.</summary>
    public static bool IsToken(char character) => IsLetter(character) || IsDigit(character) || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0;
}
