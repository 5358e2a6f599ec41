using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An operation of the API's description, with the type of its answer.</summary>
/// <typeparam name="T">The body of a success; <see cref="NoContent"/> when it has none.</typeparam>
/// <param name="id">The operationId.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="pathTemplate">The path with its variables in braces.</param>
/// <param name="isRepeatable">Whether the operation may be called again when its answer was lost.</param>
/// <param name="security">The security alternatives; empty when no credentials are needed.</param>
/// <param name="responses">The documented answers.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation<T>(string id, HttpMethod method, string pathTemplate, bool isRepeatable, SecurityRequirement[] security, params ResponseCase[] responses)
    : ApiOperation(id, method, pathTemplate, isRepeatable, security, responses)
{
    /// <summary>Makes the result from status and body, where several successes have different bodies; null where the body is the result.</summary>
    public Func<int, object?, T>? Result { get; init; }
}
