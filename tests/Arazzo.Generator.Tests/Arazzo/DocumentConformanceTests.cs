using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Documents;

public sealed class DocumentConformanceTests
{
    // Where each document of the suite is at fault, and what is said there.
    private const string Faults = """
        async-both-operationId-and-channelPath.arazzo.yaml: (14,9) ARZ0207
        async-channelPath-without-action.arazzo.yaml: (13,9) ARZ0201
        async-depends-on-duplicate-values.arazzo.yaml: (20,13) ARZ0205
        async-depends-on-empty.arazzo.yaml: (18,9) ARZ0206
        async-depends-on-invalid-reference.arazzo.yaml: (22,13) ARZ0214
        channel-path-is-invalid-for-openapi.arazzo.yaml: (13,9) ARZ0201
        invalid-arazzo-version.yaml: (1,9) ARZ0016
        invalid-async-correlation-id-non-receive-action.arazzo.yaml: (15,9) ARZ0211
        invalid-async-parameter-without-in.arazzo.yaml: (16,13) ARZ0201
        invalid-async.arazzo.yaml: (14,17) ARZ0203
        invalid-expression-type-object.arazzo.yaml: (16,13) ARZ0201 (20,24) ARZ0203
        invalid-openapi-parameter-without-in.arazzo.yaml: (15,13) ARZ0201
        invalid-openapi-success-criteria.arazzo.yaml: (14,9) ARZ0206
        invalid-querystring-without-value.arazzo.yaml: (15,13) ARZ0201
        invalid-selector-object.arazzo.yaml: (16,13) ARZ0201 (16,13) ARZ0201
        invalid-self-fragment.arazzo.yaml: (2,8) ARZ0215
        invalid-targetSelectorType.arazzo.yaml: (18,35) ARZ0203
        invalid-workflow-step-with-operationId.arazzo.yaml: (14,9) ARZ0207
        invalid-workflow-success-criteria.arazzo.yaml: (14,9) ARZ0206
        not-an-object.yaml: (1,1) ARZ0005
        openapi-both-operationId-and-operationPath.arazzo.yaml: (14,9) ARZ0207
        openapi-duplicate-parameters.arazzo.yaml: (18,19) ARZ0205
        openapi-missing-operation-target.arazzo.yaml: (12,17) ARZ0208
        workflow-duplicate-parameters.arazzo.yaml: (17,19) ARZ0205
        workflow-missing-workflowId.arazzo.yaml: (12,17) ARZ0208
        workflow-step-with-action.arazzo.yaml: (14,9) ARZ0211
        workflow-step-with-channelPath.arazzo.yaml: (14,9) ARZ0207
        """;

    [Fact]
    public void Schema_fixtures_that_pass_have_no_errors() =>
        Assert.Empty(SharedFolder.Files("conformance/arazzo-schema/pass", "*.yaml")
            .Where(static file => !Path.GetFileName(file).StartsWith("characterization-", StringComparison.Ordinal))
            .SelectMany(Errors));

    [Fact]
    public void Schema_fixtures_are_all_there_or_none_is() =>
        Assert.Contains(
            (SharedFolder.Files("conformance/arazzo-schema/pass", "*.yaml").Count, SharedFolder.Files("conformance/arazzo-schema/fail", "*.yaml").Count),
            new[] { (35, Faults.Split('\n').Length), (0, 0) });

    [Fact]
    public void Schema_fixtures_that_fail_have_an_error_at_their_fault() => Assert.All(
        SharedFolder.Files("conformance/arazzo-schema/fail", "*.yaml"),
        static file => Assert.Contains($"{Path.GetFileName(file)}: {string.Join(' ', Places(file))}", Faults.Split('\n')));

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

    private static IEnumerable<string> Places(string file) => Read(file).Diagnostics.ToEquatableArray()
        .Where(static item => item.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        .Select(static item => $"({item.Range.StartLine + 1},{item.Range.StartColumn + 1}) {item.Descriptor.Id}");

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
        var specification = SpecificationReader.Read(file, File.ReadAllText(file), null, diagnostics, TestContext.Current.CancellationToken);
        var document = specification is null
            ? null
            : ArazzoReader.Read(specification.Root, Dialect.Compat, diagnostics, TestContext.Current.CancellationToken);
        return (document, diagnostics);
    }
}
