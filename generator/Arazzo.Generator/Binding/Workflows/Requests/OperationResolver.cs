using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>Finds the operations that the steps of a document name.</summary>
internal sealed class OperationResolver(BindingContext context, SpecificationFile file, ArazzoDocument document, IReadOnlyList<BoundApi> apis)
{
    /// <summary>The operation of a step that calls one; null after an error.</summary>
    public BoundOperation? Resolve(WorkflowScope scope, ArazzoStep step)
    {
        if (step.OperationId is { } id)
        {
            return ById(scope, step, id);
        }
        if (step.OperationPath is { } path)
        {
            return ByPath(scope, step, path);
        }
        // Steps without a target, and those of AsyncAPI, are reported where they are read.
        return scope.Checked<BoundOperation>(null);
    }

    private BoundOperation? ById(WorkflowScope scope, ArazzoStep step, ScalarNode id)
    {
        const string prefix = "$sourceDescriptions.";
        if (id.Text.StartsWith(prefix, StringComparison.Ordinal))
        {
            if (scope.Checked(scope.Expressions.ReadExpression(id)) is not SourceDescriptionExpression expression || expression.In(document) is not { } qualified || Source(scope, step, qualified.SourceName, id) is not { } named)
            {
                return null;
            }
            return named.FindById(qualified.Reference) is { } known ? known : Unknown(scope, step, id, qualified.Reference, [named]);
        }
        var sources = document.SourceDescriptions.Where(static source => source.Type is null or ArazzoSourceType.OpenApi).ToList();
        var found = sources
            .Select(source => (Source: source, Operation: Api(source)?.FindById(id.Text)))
            .Where(static pair => pair.Operation is not null)
            .ToList();
        if (found.Count == 0)
        {
            // A source that is not there explains it better than the operation does.
            foreach (var source in sources.Where(source => Api(source) is null))
            {
                scope.Report(DiagnosticDescriptors.SourceFileNotFound, source.Url.Range, source.Url.Text, "OpenAPI");
                return null;
            }
            return Unknown(scope, step, id, id.Text, [.. sources.Select(Api).OfType<BoundApi>()]);
        }
        if (found.Select(static pair => pair.Operation).Distinct().Count() > 1)
        {
            scope.Report(DiagnosticDescriptors.AmbiguousOperation, id.Range, id.Text, found[0].Source.Name.Text);
            return null;
        }
        if (sources.Count > 1)
        {
            scope.Report(
                scope.Dialect == Dialect.Strict ? DiagnosticDescriptors.UnqualifiedOperationIdError : DiagnosticDescriptors.UnqualifiedOperationId,
                id.Range, found[0].Source.Name.Text, id.Text);
        }
        return found[0].Operation;
    }

    private BoundOperation? ByPath(WorkflowScope scope, ArazzoStep step, ScalarNode text)
    {
        if (scope.Checked(scope.Expressions.ReadOperationPath(text)) is not { } path || Source(scope, step, path.SourceName, text) is not { } api)
        {
            return null;
        }
        var tokens = path.Pointer.Tokens;
        if (tokens.Count == 3 && tokens[0] == "paths")
        {
            return api.FindByPath(tokens[1], tokens[2]) is { } operation ? operation : Unknown(scope, step, text, $"{tokens[2].ToUpperInvariant()} {tokens[1]}", [api]);
        }
        return Unknown(scope, step, text, path.Pointer.ToString(), [api]);
    }

    private BoundApi? Source(WorkflowScope scope, ArazzoStep step, string name, ScalarNode place)
    {
        var source = document.SourceDescriptions.FirstOrDefault(item => item.Name.Text == name);
        if (source is null)
        {
            scope.Report(
                DiagnosticDescriptors.UnknownSourceDescription, place.Range, name, Suggestion.For(name, document.SourceDescriptions.Select(static item => item.Name.Text)));
            return null;
        }
        if (source.Type == ArazzoSourceType.AsyncApi)
        {
            scope.Report(DiagnosticDescriptors.ArazzoAsyncApi, place.Range, step.StepId.Text, step.OperationId is null ? "operationPath" : "operationId", scope.Id);
            return scope.Checked<BoundApi>(null);
        }
        var api = Api(source);
        if (api is null)
        {
            scope.Report(DiagnosticDescriptors.SourceFileNotFound, source.Url.Range, source.Url.Text, "OpenAPI");
        }
        return api;
    }

    private BoundApi? Api(ArazzoSourceDescription source) =>
        context.Documents.Find(file, source.Url.Text) is { } found ? apis.FirstOrDefault(api => api.File == found) : null;

    private static BoundOperation? Unknown(WorkflowScope scope, ArazzoStep step, ScalarNode place, string operation, IReadOnlyList<BoundApi> apis)
    {
        scope.Report(
            DiagnosticDescriptors.UnknownOperation, place.Range, step.StepId.Text, operation,
            apis.Count == 1 ? $"'{apis[0].File.Source.RelativePath}' does not have" : "none of the source descriptions has",
            Suggestion.For(operation, apis.SelectMany(static api => api.Operations).Select(static item => item.Model?.Id ?? "")));
        return null;
    }
}
