using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Documents;

public sealed class DocumentConformanceTests
{
    [Fact]
    public void Schema_fixtures_that_pass_have_no_errors() =>
        Assert.Empty(SharedFolder.Files("conformance/arazzo-schema/pass", "*.yaml")
            .Where(static file => !Path.GetFileName(file).StartsWith("characterization-", StringComparison.Ordinal))
            .SelectMany(Errors));

    [Fact]
    public void Schema_fixtures_that_fail_have_errors() =>
        Assert.All(SharedFolder.Files("conformance/arazzo-schema/fail", "*.yaml"), static file => Assert.NotEmpty(Errors(file)));

    [Fact]
    public void Real_documents_have_no_errors_and_all_their_expressions_parse()
    {
        var errors = new List<string>();
        foreach (var file in SharedFolder.Files("corpus", "*.y*ml").Where(static file => Path.GetDirectoryName(file)!.EndsWith("arazzo", StringComparison.Ordinal)))
        {
            var (document, diagnostics) = Read(file);
            if (document is not null)
            {
                new EveryExpression(new ExpressionReader(Dialect.Compat, diagnostics)).Read(document);
            }
            errors.AddRange(Errors(file, diagnostics));
        }
        Assert.Empty(errors);
    }

    private static IEnumerable<string> Errors(string file)
    {
        var (document, diagnostics) = Read(file);
        return Errors(file, diagnostics).Concat(document is null && !diagnostics.HasErrors ? [file + ": not read"] : []);
    }

    private static IEnumerable<string> Errors(string file, DiagnosticBag diagnostics) => diagnostics.ToEquatableArray()
        .Where(static item => item.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        .Select(item => $"{Path.GetFileName(file)}({ReadingAssert.Format(item.Range)}) {item.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");

    private static (ArazzoDocument? Document, DiagnosticBag Diagnostics) Read(string file)
    {
        var diagnostics = new DiagnosticBag(file);
        var specification = SpecificationReader.Read(file, File.ReadAllText(file), diagnostics, TestContext.Current.CancellationToken);
        var document = specification is null
            ? null
            : ArazzoReader.Read(specification.Root, Dialect.Compat, diagnostics, TestContext.Current.CancellationToken);
        return (document, diagnostics);
    }
}
