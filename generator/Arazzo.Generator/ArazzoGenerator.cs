using System.Collections.Immutable;
using Arazzo.Generator.Binding;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Emit;
using Arazzo.Generator.Model;
using Arazzo.Generator.Specifications;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Arazzo.Generator;

/// <summary>Compiles the project's OpenAPI and Arazzo files into models, clients and workflows. This is the pipeline and nothing else.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ArazzoGenerator : IIncrementalGenerator
{
    // C# 14, the version of net10.0: emitted code uses its field keyword. The compiler that this is built against has no name for it.
    private const LanguageVersion LanguageFloor = (LanguageVersion)1400;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var lastFiles = new LastFiles();
        var isLanguageSupported = context.ParseOptionsProvider
            .Select(static (options, _) => options is CSharpParseOptions { LanguageVersion: >= LanguageFloor })
            .WithTrackingName(TrackingNames.LanguageVersion);

        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => SpecificationSource.IsSpecification(pair.Left, pair.Right))
            .Select(static (pair, cancellationToken) => SpecificationSource.Create(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Sources)
            .Select((source, cancellationToken) => Read(source, lastFiles.Find(source.Path), cancellationToken))
            .WithTrackingName(TrackingNames.Files);

        var binding = files.Collect()
            .Combine(isLanguageSupported)
            .Select((pair, cancellationToken) =>
            {
                lastFiles.Keep(pair.Left);
                return Bind(pair.Left, pair.Right, cancellationToken);
            })
            .WithTrackingName(TrackingNames.Binding);

        var outputs = binding
            .SelectMany(static (result, _) => FileBuckets.Spread(result.Files))
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(TrackingNames.Outputs);

        var fileDiagnostics = files.Select(static (file, _) => file.Diagnostics).WithTrackingName(TrackingNames.FileDiagnostics);
        var bindingDiagnostics = binding.Select(static (result, _) => result.Diagnostics).WithTrackingName(TrackingNames.BindingDiagnostics);

        context.RegisterSourceOutput(outputs, static (context, file) => Emit(file, context.AddSource, context.ReportDiagnostic, context.CancellationToken));
        context.RegisterSourceOutput(fileDiagnostics, static (context, diagnostics) => Report(context, diagnostics));
        context.RegisterSourceOutput(bindingDiagnostics, static (context, diagnostics) => Report(context, diagnostics));
    }

    private static SpecificationFile Read(SpecificationSource source, SpecificationFile? previous, CancellationToken cancellationToken)
    {
        try
        {
            return SpecificationFile.Read(source, previous, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return SpecificationFile.Unreadable(source, Fault.Create(source.Path, source.RelativePath, exception));
        }
    }

    private static BindingResult Bind(ImmutableArray<SpecificationFile> files, bool isLanguageSupported, CancellationToken cancellationToken)
    {
        if (files.IsEmpty)
        {
            return BindingResult.Empty;
        }
        if (!isLanguageSupported)
        {
            return BindingResult.Failed(DiagnosticInfo.Create(DiagnosticDescriptors.LanguageVersionTooLow, path: null, range: default));
        }
        try
        {
            return Binder.Bind(files.Sort(SpecificationFile.ByPath), cancellationToken).WithDistinctHintNames();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return BindingResult.Failed(Fault.Create(path: null, place: "binding", exception));
        }
    }

    internal static void Emit(FileModel file, Action<string, SourceText> add, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var source in Emitter.Emit(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                add(source.HintName, source.Text);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            report(Fault.Create(path: null, place: file.HintName, exception).ToDiagnostic());
        }
    }

    private static void Report(SourceProductionContext context, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
