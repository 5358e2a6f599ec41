namespace Arazzo.Generator.Tests.Rehearsals.Flows;

internal enum MishapKind
{
    /// <summary>No connection can be made, so that the server never gets the request.</summary>
    Refused,

    /// <summary>The connection breaks when the server has got the request.</summary>
    Cut,

    /// <summary>No answer comes within the time that the step, or else the client, gives it.</summary>
    Late,
}

/// <summary>What goes wrong on the wire.</summary>
/// <param name="Request">The request that it happens to, counted from 0.</param>
internal sealed record Mishap(int Request, MishapKind Kind)
{
    /// <summary>Whether the step may have been carried out although nobody says so, and must not be sent once more.</summary>
    public bool IsUnknown(FlowStep step) => Kind != MishapKind.Refused && !step.Operation!.IsRepeatable && !step.OnSuccess.Any(action => action.StepId == step.Id);

    public HttpRequestException ToException() => Kind == MishapKind.Refused
        ? new HttpRequestException(HttpRequestError.ConnectionError, "No connection.")
        : new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.");
}
