using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals.Documents;

/// <summary>What a request may carry in one of its places.</summary>
internal sealed record ApiParameter(string Name, string In, bool IsRequired, string Style, bool Explodes, Spec? Schema, bool IsJson);

/// <summary>What a body may be.</summary>
internal sealed record ApiMedia(string Type, Spec Content, Spec? Schema);

internal sealed record ApiBody(bool IsRequired, IReadOnlyList<ApiMedia> Media);

/// <summary>An answer; <c>Status</c> is <c>200</c>, <c>2XX</c> or <c>default</c>.</summary>
internal sealed record ApiAnswer(string Status, IReadOnlyList<ApiMedia> Media, IReadOnlyList<(string Name, Spec Header)> Headers)
{
    public bool Covers(int status) => Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture) || IsRangeOf(status) || Status == "default";

    public bool IsRangeOf(int status) => Status.Length == 3 && Status[0] == (char)('0' + (status / 100)) && Status[1..].Equals("XX", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A credential that a request may carry.</summary>
internal sealed record ApiCredential(string Scheme, string In, string Name);

/// <summary>An operation.</summary>
/// <param name="Credentials">Groups of which one has to be there as a whole; an empty group allows requests without any.</param>
internal sealed record ApiOperation(
    Api Api,
    string Method,
    string Path,
    string? Id,
    IReadOnlyList<string> Servers,
    IReadOnlyList<ApiParameter> Parameters,
    ApiBody? Body,
    IReadOnlyList<ApiAnswer> Answers,
    IReadOnlyList<IReadOnlyList<ApiCredential>> Credentials)
{
    public ApiAnswer? Answer(int status) =>
        Answers.FirstOrDefault(answer => answer.Status == status.ToString(System.Globalization.CultureInfo.InvariantCulture))
        ?? Answers.FirstOrDefault(answer => answer.IsRangeOf(status))
        ?? Answers.FirstOrDefault(static answer => answer.Status == "default");

    /// <summary>Whether once more does no harm: RFC 9110 §9.2.2, unless the description says otherwise.</summary>
    public bool IsRepeatable => (Api.Root.Raw("paths")?.Raw(Path)?.Raw(Method.ToLowerInvariant())?.Raw("x-idempotent")?.Node is { } hint)
        ? hint.GetValueKind() == System.Text.Json.JsonValueKind.True
        : Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>An OpenAPI document.</summary>
internal sealed class Api(Spec root)
{
    /// <summary>Where the operations of documents without an absolute address are.</summary>
    public const string DefaultHost = "https://api.example";

    public Spec Root { get; } = root;

    public bool IsSwagger { get; } = root.Text("swagger") is not null;

    /// <summary>The address for clients of a document that has none of its own; null when it has one.</summary>
    public Uri? BaseAddress => field ??= !IsAbsolute(Root) ? new Uri(ApiReader.Servers(this, Root)[0]) : null;

    public IReadOnlyList<ApiOperation> Operations => field ??= [.. ApiReader.Operations(this)];

    public ApiOperation? FindById(string id) => Operations.FirstOrDefault(operation => operation.Id == id);

    public ApiOperation? FindByPath(string path, string method) =>
        Operations.FirstOrDefault(operation => operation.Path == path && operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase));

    public static bool IsDocument(Spec root) => root.Node is JsonObject members && (members.ContainsKey("openapi") || members.ContainsKey("swagger"));

    private bool IsAbsolute(Spec root) => IsSwagger
        ? root.Text("host") is not null
        : root.Raw("servers")?.Items.FirstOrDefault()?.Text("url")?.Contains("://", StringComparison.Ordinal) == true;
}
