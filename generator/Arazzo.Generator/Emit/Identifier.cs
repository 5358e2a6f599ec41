using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Emit;

/// <summary>C# identifiers in text.</summary>
internal static class Identifier
{
    /// <summary>The identifier with an @ when C# reserves it.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;
}
