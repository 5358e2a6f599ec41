using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>Hands the properties and metadata of a test's project over as MSBuild does.</summary>
internal sealed class TestOptionsProvider(ImmutableSortedDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    private static readonly TestOptions None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new TestOptions(properties.ToDictionary(static pair => "build_property." + pair.Key, static pair => pair.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is SpecFile file
        ? new TestOptions(file.Metadata.ToDictionary(static pair => "build_metadata.AdditionalFiles." + pair.Key, static pair => pair.Value))
        : None;

    private sealed class TestOptions(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
