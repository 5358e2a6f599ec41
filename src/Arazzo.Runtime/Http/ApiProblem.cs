using System.Text.Json;

namespace Arazzo.Runtime;

/// <summary>What an API says of a failure in the form of problem details (RFC 9457).</summary>
public sealed class ApiProblem
{
    private ApiProblem(JsonElement json) => Json = json;

    /// <summary>What kind of problem it is: an address, usually with an explanation. Null when it is not given.</summary>
    public string? Type => Text("type");

    /// <summary>The kind of problem in words, the same for each of its kind. Null when it is not given.</summary>
    public string? Title => Text("title");

    /// <summary>The status that the API meant. Null when it is not given.</summary>
    public int? Status => Json.TryGetProperty("status", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var status) ? status : null;

    /// <summary>What happened this time. It may hold what the request held. Null when it is not given.</summary>
    public string? Detail => Text("detail");

    /// <summary>An address of this very problem. Null when it is not given.</summary>
    public string? Instance => Text("instance");

    /// <summary>The whole of it, with the members that the API has added.</summary>
    public JsonElement Json { get; }

    internal static ApiProblem? Read(string? mediaType, ReadOnlySpan<byte> body) =>
        mediaType?.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) == true
        && CompilerServices.JsonBody.Parse(body) is { ValueKind: JsonValueKind.Object } json
            ? new ApiProblem(json)
            : null;

    private string? Text(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ErrorDetails.Text(value) : null;
}
