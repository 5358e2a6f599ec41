using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arazzo.Generator.Specifications;

/// <summary>Reads <see cref="SpecificationOptions"/> from what MSBuild hands to the compiler.</summary>
internal sealed class OptionsReader(AnalyzerConfigOptions file, AnalyzerConfigOptions project, DiagnosticBag diagnostics)
{
    private const string DefaultNamespace = "Generated";

    public SpecificationOptions Read() => new(
        ReadNamespace(),
        ReadClient(),
        ReadEnum(nameof(SpecificationOptions.Emit), Emission.All),
        ReadEnum(nameof(SpecificationOptions.Dialect), Dialect.Compat),
        ReadEnum(nameof(SpecificationOptions.Visibility), Visibility.Public));

    /// <summary>The text of metadata or a property; MSBuild cannot tell one that is empty from one that is not set.</summary>
    public static string? Text(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private string? Option(string name) => Text(file, "build_metadata.AdditionalFiles." + name) ?? Text(project, "build_property.ApiSpec" + name);

    private string ReadNamespace()
    {
        if (Option(nameof(SpecificationOptions.Namespace)) is { } name)
        {
            var parts = name.Split('.');
            if (Array.TrueForAll(parts, SyntaxFacts.IsValidIdentifier))
            {
                return string.Join(".", parts.Select(Escape));
            }
            diagnostics.Report(DiagnosticDescriptors.InvalidName, default, name, nameof(SpecificationOptions.Namespace));
        }
        return Text(project, "build_property.RootNamespace") is { } root
            ? string.Join(".", root.Split('.').Select(static part => Escape(MakeIdentifier(part))))
            : DefaultNamespace;
    }

    private string? ReadClient()
    {
        if (Option(nameof(SpecificationOptions.Client)) is not { } name)
        {
            return null;
        }
        if (SyntaxFacts.IsValidIdentifier(name) && name != "var")
        {
            // The compiler warns of types in small letters, which may become keywords (CS8981).
            return name.All(static character => character is >= 'a' and <= 'z') ? "@" + name : Escape(name);
        }
        diagnostics.Report(DiagnosticDescriptors.InvalidName, default, name, nameof(SpecificationOptions.Client));
        return null;
    }

    private T ReadEnum<T>(string name, T fallback) where T : struct, Enum
    {
        if (Option(name) is not { } text)
        {
            return fallback;
        }
        foreach (T value in Enum.GetValues(typeof(T)))
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        diagnostics.Report(DiagnosticDescriptors.UnknownOptionValue, default, text, name, string.Join(", ", Enum.GetNames(typeof(T))));
        return fallback;
    }

    /// <summary>A project's name need not be a C# name, and the project says nothing wrong by that.</summary>
    private static string MakeIdentifier(string text)
    {
        var characters = text.Select(static character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_').ToArray();
        return characters.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(characters[0]) ? new string(characters) : "_" + new string(characters);
    }

    private static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
}
