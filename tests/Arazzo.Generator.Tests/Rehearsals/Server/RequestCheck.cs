using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>Says what of a request is not as its operation wants it.</summary>
internal sealed class RequestCheck
{
    private static readonly string[] Standard = ["Accept", "Content-Type", "Content-Length", "Content-Disposition", "User-Agent", "Authorization", "Cookie", "Expect", "Host", "traceparent", "Idempotency-Key"];

    private readonly List<string> _faults = [];
    private readonly SentRequest _request;
    private readonly Route _route;

    private RequestCheck(SentRequest request, Route route) => (_request, _route) = (request, route);

    /// <summary>The faults.</summary>
    /// <param name="extras">Names of parameters that the document gives on top of those that the operation declares.</param>
    /// <param name="hasBody">Whether the document gives a body, though the operation may declare none.</param>
    public static IReadOnlyList<string> Faults(SentRequest request, Route route, IReadOnlySet<string> extras, bool hasBody)
    {
        var check = new RequestCheck(request, route);
        check.CheckParameters(extras);
        check.CheckCredentials();
        check.CheckBody(hasBody);
        return check._faults;
    }

    private void CheckParameters(IReadOnlySet<string> extras)
    {
        var reader = new ParameterReader(_request, _route);
        var names = new HashSet<string>(extras, StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in _route.Operation.Parameters)
        {
            names.Add(parameter.Name);
            names.UnionWith(reader.QueryNames(parameter));
            if (parameter.In == "header" && Standard.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }
            var value = reader.Read(parameter);
            if (value is not null)
            {
                _faults.AddRange(SchemaValidator.Check(parameter.Schema, value, Direction.Request).Select(fault => $"{parameter.In} parameter '{parameter.Name}'{fault}"));
            }
            else if (parameter.IsRequired)
            {
                _faults.Add($"{parameter.In} parameter '{parameter.Name}' is missing");
            }
        }
        names.UnionWith(_route.Operation.Credentials.SelectMany(static group => group).Select(static credential => credential.Name));
        names.UnionWith(_route.Operation.Path.Split('?').Skip(1).SelectMany(static query => query.Split('&')).Select(static pair => pair.Split('=')[0]));
        _faults.AddRange(_request.Query.Select(static pair => pair.Name).Where(name => !names.Contains(name)).Select(static name => $"query parameter '{name}' is unknown"));
        _faults.AddRange(_request.Headers.Keys.Where(name => !names.Contains(name) && !Standard.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(static name => $"header '{name}' is unknown"));
        foreach (var (name, value) in _request.Headers)
        {
            if (names.Contains(name) && value.Contains(", ", StringComparison.Ordinal) && name is "Authorization")
            {
                _faults.Add($"header '{name}' is there twice");
            }
        }
    }

    private void CheckCredentials()
    {
        var groups = _route.Operation.Credentials;
        if (groups.Count > 0 && !groups.Any(group => group.All(IsGiven)))
        {
            _faults.Add($"no credential: {string.Join(" or ", groups.Select(static group => string.Join(" and ", group.Select(static credential => credential.Name))))}");
        }
    }

    private bool IsGiven(ApiCredential credential) => credential.In switch
    {
        "header" => _request.Headers.ContainsKey(credential.Name),
        "query" => _request.Query.Any(pair => pair.Name == credential.Name),
        _ => _request.Cookies.Any(cookie => cookie.Name == credential.Name),
    };

    private void CheckBody(bool isGiven)
    {
        var body = _route.Operation.Body;
        if (_request.Body is null or { Length: 0 })
        {
            if (body?.IsRequired == true)
            {
                _faults.Add("the body is missing");
            }
            return;
        }
        if (body is null)
        {
            if (isGiven)
            {
                return;
            }
            _faults.Add("a body is sent, and the operation takes none");
            return;
        }
        if (BodyReader.Media(body.Media, _request.MediaType) is not { } media)
        {
            _faults.Add($"the body is {_request.MediaType ?? "of no type"}, not {string.Join(" or ", body.Media.Select(static item => item.Type))}");
            return;
        }
        JsonNode? value;
        try
        {
            value = BodyReader.Read(_request, media);
        }
        catch (System.Xml.XmlException exception)
        {
            _faults.Add($"the body is no XML: {exception.Message}");
            return;
        }
        _faults.AddRange(SchemaValidator.Check(media.Schema, value, Direction.Request).Select(static fault => $"body {fault}"));
    }
}
