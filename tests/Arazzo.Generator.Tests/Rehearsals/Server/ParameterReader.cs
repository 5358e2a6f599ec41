using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>Takes parameters apart as their style says.</summary>
internal sealed class ParameterReader(SentRequest request, Route route)
{
    /// <summary>The value of a parameter; null when it is not there.</summary>
    public JsonNode? Read(ApiParameter parameter)
    {
        if (parameter.In == "query" && TextValues.Is(parameter.Schema, "object") && !parameter.IsJson && !Pairs(parameter).Any())
        {
            return ReadObject(parameter);
        }
        var texts = Texts(parameter).ToList();
        if (texts.Count == 0)
        {
            return null;
        }
        if (parameter.IsJson)
        {
            return TextValues.ReadJson(Uri.UnescapeDataString(texts[0]));
        }
        if (TextValues.Is(parameter.Schema, "array") && !(texts.Count == 1 && TextValues.Is(parameter.Schema, "string") && !texts[0].Contains(',', StringComparison.Ordinal)))
        {
            var item = parameter.Schema!.Member("0");
            return new JsonArray([.. texts.SelectMany(text => Split(parameter, text)).Select(text => TextValues.Read(Uri.UnescapeDataString(text), item))]);
        }
        if (TextValues.Is(parameter.Schema, "object"))
        {
            return Pairwise(parameter, texts[0].Split(','));
        }
        return TextValues.Read(Uri.UnescapeDataString(texts[0]), parameter.Schema);
    }

    /// <summary>The names of the query that a parameter answers for.</summary>
    public IEnumerable<string> QueryNames(ApiParameter parameter)
    {
        if (parameter.In != "query")
        {
            return [];
        }
        var isObject = TextValues.Is(parameter.Schema, "object") && !parameter.IsJson && !Pairs(parameter).Any();
        return !isObject ? [parameter.Name]
            : parameter.Style == "deepObject" ? request.Query.Select(static pair => pair.Name).Where(name => name.StartsWith(parameter.Name + "[", StringComparison.Ordinal))
            : (parameter.Schema!.Together().SelectMany(static part => part.Raw("properties")?.Members ?? []).Select(static member => member.Name));
    }

    private IEnumerable<(string Name, string Value)> Pairs(ApiParameter parameter) => request.Query.Where(pair => pair.Name == parameter.Name);

    private IEnumerable<string> Texts(ApiParameter parameter) => parameter.In switch
    {
        "path" => route.Variables.TryGetValue(parameter.Name, out var text) ? [Unlabelled(parameter, text)] : [],
        "query" => Pairs(parameter).Select(static pair => pair.Value),
        "cookie" => request.Cookies.Where(cookie => cookie.Name == parameter.Name).Select(static cookie => cookie.Value),
        _ => request.Headers.TryGetValue(parameter.Name, out var header) ? [Uri.EscapeDataString(header).Replace("%2C%20", ",", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal)] : [],
    };

    private static string Unlabelled(ApiParameter parameter, string text) => parameter.Style switch
    {
        "label" => text.TrimStart('.'),
        "matrix" => text.TrimStart(';').Split('=', 2)[^1],
        _ => text,
    };

    private static string[] Split(ApiParameter parameter, string text) => parameter.Style switch
    {
        "spaceDelimited" when !parameter.Explodes => text.Split("%20"),
        "pipeDelimited" when !parameter.Explodes => text.Split(["%7C", "|"], StringSplitOptions.None),
        "label" when parameter.Explodes => text.Split('.'),
        "form" when parameter.Explodes => [text],
        _ => text.Split(','),
    };

    private static JsonObject Pairwise(ApiParameter parameter, string[] parts)
    {
        var members = new JsonObject();
        var pairs = parameter.Explodes ? parts.Select(static part => part.Split('=', 2)) : parts.Chunk(2);
        foreach (var pair in pairs.Where(static pair => pair.Length == 2))
        {
            var name = Uri.UnescapeDataString(pair[0]);
            members[name] = TextValues.Read(Uri.UnescapeDataString(pair[1]), parameter.Schema!.Member(name));
        }
        return members;
    }

    private JsonObject? ReadObject(ApiParameter parameter)
    {
        var members = new JsonObject();
        foreach (var name in QueryNames(parameter).ToList())
        {
            var key = parameter.Style == "deepObject" ? name[(parameter.Name.Length + 1)..^1] : name;
            if (request.Query.Where(pair => pair.Name == name).Select(static pair => pair.Value).FirstOrDefault() is { } value)
            {
                members[key] = TextValues.Read(Uri.UnescapeDataString(value), parameter.Schema!.Member(key));
            }
        }
        return members.Count == 0 ? null : members;
    }
}
