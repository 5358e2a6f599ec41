using System.Reflection;
using System.Runtime.CompilerServices;
using Arazzo.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Diagnostics;

public class DiagnosticDescriptorsTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. typeof(DiagnosticDescriptors).GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(static property => property.PropertyType == typeof(DiagnosticDescriptor)).Select(static property => (DiagnosticDescriptor)property.GetValue(null)!)];

    [Fact]
    public void Release_notes__list_every_diagnostic_as_it_is()
    {
        var listed = Releases("Shipped").Concat(Releases("Unshipped")).Order(StringComparer.Ordinal);

        var actual = Descriptors.Select(static item => $"{item.Id} | {item.Category} | {item.DefaultSeverity} | {item.Title}").Order(StringComparer.Ordinal);

        Assert.Equal(actual, listed);
    }

    [Fact]
    public void Id__is_used_once()
    {
        Assert.NotEmpty(Descriptors);
        Assert.Empty(Descriptors.GroupBy(static item => item.Id).Where(static group => group.Count() > 1).Select(static group => group.Key));
    }

    private static IEnumerable<string> Releases(string name, [CallerFilePath] string file = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "generator", "Arazzo.Generator", $"AnalyzerReleases.{name}.md");
        return File.ReadLines(path).Where(static line => line.StartsWith("ARZ", StringComparison.Ordinal));
    }
}
