using System.Reflection;
using System.Text.RegularExpressions;
using Arazzo.Generator.Diagnostics;
using Documentation.Tests.Markdown;
using Microsoft.CodeAnalysis;

namespace Documentation.Tests;

/// <summary>Every diagnostic that a user can see.</summary>
internal static partial class KnownDiagnostics
{
    /// <summary>Those that the generator reports, by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> Descriptors { get; } = typeof(DiagnosticDescriptors)
        .GetProperties(BindingFlags.Static | BindingFlags.Public)
        .Select(static property => (DiagnosticDescriptor)property.GetValue(null)!)
        .ToDictionary(static descriptor => descriptor.Id);

    /// <summary>Those that the package's MSBuild files report: ids.</summary>
    public static IReadOnlyCollection<string> OfTheBuild { get; } =
        [.. ErrorCode().Matches(Repository.Read("generator/Arazzo.Generator/build/Arazzo.Generator.targets")).Select(static match => match.Groups[1].Value)];

    public static IEnumerable<string> Ids => Descriptors.Keys.Concat(OfTheBuild).Order(StringComparer.Ordinal);

    [GeneratedRegex("Code=\"(ARZ\\d{4})\"")]
    private static partial Regex ErrorCode();
}
