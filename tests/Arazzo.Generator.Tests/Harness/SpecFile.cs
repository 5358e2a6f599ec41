using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>An <c>ApiSpec</c> item of a test's project.</summary>
public sealed class SpecFile(string path, string text, ImmutableSortedDictionary<string, string> metadata) : AdditionalText
{
    /// <summary>The path from the project's folder.</summary>
    public string RelativePath { get; } = path;

    /// <inheritdoc/>
    public override string Path { get; } = GeneratorTest.ProjectFolder + path;

    public string Text { get; } = text;

    public ImmutableSortedDictionary<string, string> Metadata { get; } = metadata;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text, Encoding.UTF8);
}
