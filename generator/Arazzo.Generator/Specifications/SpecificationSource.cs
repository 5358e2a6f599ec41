using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Arazzo.Generator.Specifications;

/// <summary>A specification as the project hands it over.</summary>
/// <param name="Path">The full path: where diagnostics point and what references between files are resolved by.</param>
/// <param name="RelativePath">
/// The path from the project's folder, or the item's <c>Link</c>, with <c>/</c>: the same on every machine, so emitted code may show it.
/// </param>
/// <param name="Text">Null when the compiler cannot read it.</param>
/// <param name="Options">What the project says about it.</param>
/// <param name="Diagnostics">What is wrong with the options.</param>
internal sealed record SpecificationSource(
    string Path, string RelativePath, string? Text, SpecificationOptions Options, EquatableArray<DiagnosticInfo> Diagnostics)
{
    private const string ItemType = "ApiSpec";

    public static bool IsSpecification(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        OptionsReader.Text(options.GetOptions(text), "build_metadata.AdditionalFiles.SourceItemType") == ItemType;

    public static SpecificationSource Create(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var fileOptions = options.GetOptions(file);
        var diagnostics = new DiagnosticBag(file.Path);
        var text = file.GetText(cancellationToken)?.ToString();
        if (text is null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnreadableFile, default);
        }
        var relativePath = OptionsReader.Text(fileOptions, "build_metadata.AdditionalFiles.Link")?.Replace('\\', '/')
            ?? RelativePaths.Get(OptionsReader.Text(options.GlobalOptions, "build_property.ProjectDir"), file.Path);
        var specificationOptions = new OptionsReader(fileOptions, options.GlobalOptions, diagnostics).Read();
        return new SpecificationSource(file.Path, relativePath, text, specificationOptions, diagnostics.ToEquatableArray());
    }
}
