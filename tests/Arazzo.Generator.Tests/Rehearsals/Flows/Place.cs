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
    public static Place? Of(Flow flow, FlowStep? step, RuntimeExpression? expression, int depth = 0) => expression switch
    {
        StatusCodeExpression when step is not null => new Place(PlaceKind.Status, step.Id, ""),
        FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header } field when step is not null => new Place(PlaceKind.Header, step.Id, field.Name),
        BodyExpression { Message: MessageKind.Response } body when step is not null => new Place(PlaceKind.Body, step.Id, "").Append(References.Path(body.Value)),
        InputExpression input => References.Split(input.Value, name => flow.Inputs?.Raw("properties")?.Raw(name) is not null) is var (name, rest)
            ? new Place(PlaceKind.Input, "", "").Append([name, .. rest]) : null,
        InputsExpression => new Place(PlaceKind.Input, "", ""),
        StepOutputExpression output when depth < 10 && flow.Step(output.StepId) is { } owner => References.Split(output.Value, owner.Outputs.ContainsKey) is var (name, rest)
            && owner.Outputs.TryGetValue(name, out var value) && Documents.Json.Text(value) is { } text
                ? Of(flow, owner, RuntimeExpressionParser.Parse(text).Value, depth + 1)?.Append(rest) : null,
        _ => null,
    };
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
