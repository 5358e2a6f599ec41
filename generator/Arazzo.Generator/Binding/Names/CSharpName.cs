using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Binding.Names;

/// <summary>Any text as a C# name. The result is a valid identifier, but may be a keyword when it is in camel case.</summary>
internal static class CSharpName
{
    private const int MaximumLength = 120;

    /// <summary><c>SEND_TO_USER_INBOX</c>, <c>send-to-user-inbox</c> and <c>sendToUserInbox</c> all become <c>SendToUserInbox</c>.</summary>
    public static string Pascal(string text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, Words(Signs.Spell(text)));
        return Finish(result, text);
    }

    /// <summary>As <see cref="Pascal"/>, but with a word for each sign: of <c>id</c> and <c>@id</c> the second is <c>AtId</c>.</summary>
    public static string Spelled(string text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, Words(Signs.SpellAll(text)));
        return Finish(result, text);
    }

    /// <summary>As <see cref="Pascal"/>, but the first letter small; escaped when C# reserves the word.</summary>
    public static string Camel(string text) => InCamelCase(Pascal(text));

    /// <summary>As <see cref="Camel"/>, but with a word for each sign.</summary>
    public static string CamelSpelled(string text) => InCamelCase(Spelled(text));

    private static string InCamelCase(string pascal)
    {
        var camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : "@" + camel;
    }

    /// <summary>The text as it is where that is an identifier: <c>asc</c> beside <c>ASC</c>. Else as <see cref="Spelled"/>.</summary>
    public static string Verbatim(string text)
    {
        if (text.Length is 0 or > MaximumLength || !text.All(IsWordCharacterOrUnderscore) || !SyntaxFacts.IsValidIdentifier(text))
        {
            return Spelled(text);
        }
        return SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None ? text : text + "_";
    }

    /// <summary>Four letters that stand for the exact text: the last resort against a collision, the same on every machine.</summary>
    public static string Fingerprint(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }
        var letters = new char[4];
        for (var index = 0; index < letters.Length; index++)
        {
            letters[index] = (char)('A' + (hash % 26));
            hash /= 26;
        }
        return new string(letters);
    }

    private static string Finish(StringBuilder result, string text)
    {
        if (result.Length > MaximumLength)
        {
            result.Length = MaximumLength;
            result.Append(Fingerprint(text));
        }
        if (result.Length == 0)
        {
            return "Empty";
        }
        if (!SyntaxFacts.IsIdentifierStartCharacter(result[0]))
        {
            result.Insert(0, '_');
        }
        return result.ToString();
    }

    /// <summary>Words one after the other; two numbers stay apart, as in <c>V1_2</c>.</summary>
    private static void Append(StringBuilder result, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (result.Length > 0 && char.IsDigit(result[result.Length - 1]) && char.IsDigit(word[0]))
            {
                result.Append('_');
            }
            result.Append(char.ToUpperInvariant(word[0]));
            result.Append(IsShouting(word) ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }
    }

    /// <summary>Runs of letters and digits; a word also ends where a small letter meets a capital.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var index = 0; index < text.Length; index++)
        {
            var isPart = IsWordCharacter(text[index]);
            if (isPart && start >= 0 && char.IsUpper(text[index]) && !char.IsUpper(text[index - 1]))
            {
                yield return text.Substring(start, index - start);
                start = index;
            }
            else if (isPart && start < 0)
            {
                start = index;
            }
            else if (!isPart && start >= 0)
            {
                yield return text.Substring(start, index - start);
                start = -1;
            }
        }
        if (start >= 0)
        {
            yield return text.Substring(start);
        }
    }

    // Letters and digits that C# takes in identifiers; neither combining nor formatting characters, which an eye cannot see.
    public static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character) && !char.IsSurrogate(character) && SyntaxFacts.IsIdentifierPartCharacter(character);

    private static bool IsWordCharacterOrUnderscore(char character) => character == '_' || IsWordCharacter(character);

    private static bool IsShouting(string word)
    {
        var capitals = 0;
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return false;
            }
            capitals += char.IsUpper(character) ? 1 : 0;
        }
        return capitals > 1;
    }
}
