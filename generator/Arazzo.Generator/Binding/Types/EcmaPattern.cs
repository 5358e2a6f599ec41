using System.Text;
using System.Text.RegularExpressions;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Patterns of ECMAScript, which JSON Schema uses (Core, section 6.4), as .NET reads them.</summary>
internal static class EcmaPattern
{
    private const int LongestPattern = 4096;

    /// <summary>The pattern for .NET; null when it is no pattern.</summary>
    public static string? Translate(string pattern, out string problem)
    {
        problem = $"it is longer than {LongestPattern} characters";
        if (pattern.Length > LongestPattern)
        {
            return null;
        }
        var result = new StringBuilder(pattern.Length + 16);
        var isInClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++index], isInClass));
            }
            else
            {
                isInClass = character == '[' || (isInClass && character != ']');
                // In .NET it also stands before a last line feed.
                result.Append(character == '$' && !isInClass ? "\\z" : character.ToString());
            }
        }
        try
        {
            _ = new Regex(result.ToString(), RegexOptions.CultureInvariant);
            return result.ToString();
        }
        catch (ArgumentException exception)
        {
            problem = exception.Message.TrimEnd('.');
            return null;
        }
    }

    // Digits and word characters are those of ASCII.
    private static string Escape(char character, bool isInClass) => character switch
    {
        'd' => isInClass ? "0-9" : "[0-9]",
        'D' when !isInClass => "[^0-9]",
        'w' => isInClass ? "A-Za-z0-9_" : "[A-Za-z0-9_]",
        'W' when !isInClass => "[^A-Za-z0-9_]",
        _ => "\\" + character,
    };
}
