using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

internal enum PlaceKind
{
    Status,
    Header,
    Body,
    Input,
}

/// <summary>Where a value comes from in the end: an answer of a step, or an input of the workflow.</summary>
/// <param name="StepId">The step whose answer it is; empty for an input.</param>
/// <param name="Path">The names and indices that lead to the value; of a header its name.</param>
internal sealed record Place(PlaceKind Kind, string StepId, string Path)
{
    private const char Separator = '\n';

    public IReadOnlyList<string> Tokens => Path.Length == 0 ? [] : Path.Split(Separator);

    public Place Append(IEnumerable<string> tokens) => tokens.Aggregate(this, static (place, token) => place with { Path = place.Path.Length == 0 ? token : place.Path + Separator + token });

    /// <summary>The place that an expression reads; null when it reads none that could be given a value.</summary>
    public static Place? Of(FlowScope scope, FlowStep? step, RuntimeExpression? expression, int depth = 0)
    {
        if (depth > 20)
        {
            return null;
        }
        switch (expression)
        {
            case StatusCodeExpression when step?.Operation is not null:
                return new Place(PlaceKind.Status, scope.Id(step), "");
            case FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header } field when step is not null:
                return new Place(PlaceKind.Header, scope.Id(step), field.Name);
            case BodyExpression { Message: MessageKind.Response } body when step is not null:
                return new Place(PlaceKind.Body, scope.Id(step), "").Append(References.Path(body.Value));
            case InputsExpression when scope.Caller is null:
                return new Place(PlaceKind.Input, "", "");
            case InputExpression input:
                return References.Split(input.Value, scope.Flow.InputNames.Contains) is var (name, rest) && scope.Caller is { } caller
                    ? Of(caller, scope.Step, scope.Given!.FirstOrDefault(given => given.Name == name)?.Value, depth)?.Append(rest)
                    : new Place(PlaceKind.Input, "", "").Append([name, .. rest]);
            case StepOutputExpression output when scope.Flow.Step(output.StepId) is { } owner:
                return Output(scope, owner, owner.Outputs, output.Value, depth);
            case OutputExpression output when step is not null && scope.Called(step) is { } called:
                return Output(called, null, called.Flow.Outputs, output.Value, depth);
            case OutputExpression output:
                return Output(scope, null, scope.Flow.Outputs, output.Value, depth);
            case WorkflowOutputExpression output when scope.Find(output.WorkflowId) is { } called:
                return Output(called, null, called.Flow.Outputs, output.Value, depth);
            default:
                return null;
        }
    }

    private static Place? Output(FlowScope scope, FlowStep? step, IReadOnlyDictionary<string, JsonNode?> outputs, ValueReference reference, int depth) =>
        References.Split(reference, outputs.ContainsKey) is var (name, rest) ? Of(scope, step, outputs.GetValueOrDefault(name), depth)?.Append(rest) : null;

    private static Place? Of(FlowScope scope, FlowStep? step, JsonNode? value, int depth) =>
        Documents.Json.Text(value) is { } text ? Of(scope, step, RuntimeExpressionParser.Parse(text).Value, depth + 1) : null;
}

/// <summary>Takes references apart.</summary>
internal static class References
{
    /// <summary>The whole path of a reference into a body.</summary>
    public static IReadOnlyList<string> Path(ValueReference reference) => [.. Navigation(reference, 0), .. reference.Pointer?.Tokens ?? []];

    /// <summary>The name that is known, as long as possible, and the rest of the path.</summary>
    public static (string Name, IReadOnlyList<string> Beyond) Split(ValueReference reference, Predicate<string> isKnown)
    {
        if (reference.Navigation is { } segments && !isKnown(reference.Path))
        {
            for (var index = segments.Count - 1; index > 0; index--)
            {
                if (isKnown(reference.Path[..segments[index].Offset]))
                {
                    return (reference.Path[..segments[index].Offset], [.. Navigation(reference, index), .. reference.Pointer?.Tokens ?? []]);
                }
            }
        }
        return (reference.Path, [.. reference.Pointer?.Tokens ?? []]);
    }

    private static IEnumerable<string> Navigation(ValueReference reference, int from) => (reference.Navigation ?? []).Skip(from).Select(static segment => segment switch
    {
        MemberSegment member => member.Name,
        ElementSegment element => element.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    });
}
