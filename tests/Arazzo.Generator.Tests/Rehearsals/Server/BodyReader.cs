using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>Reads bodies as JSON, whatever they are written in.</summary>
internal static class BodyReader
{
    /// <summary>What the operation says of a body of this type: by name, then by the longest range.</summary>
    public static ApiMedia? Media(IEnumerable<ApiMedia> media, string? type)
    {
        var name = Name(type);
        return media.FirstOrDefault(item => Name(item.Type) == name)
            ?? media.Where(item => item.Type.EndsWith('*') && name.StartsWith(Name(item.Type).TrimEnd('*').Replace("*/", "", StringComparison.Ordinal), StringComparison.Ordinal))
                .OrderByDescending(static item => item.Type.Length).FirstOrDefault();
    }

    public static bool IsJson(string? type) => Name(type) is var name && (name.EndsWith("/json", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal));

    public static bool IsXml(string? type) => Name(type) is var name && (name.EndsWith("/xml", StringComparison.Ordinal) || name.EndsWith("+xml", StringComparison.Ordinal));

    public static JsonNode? Read(SentRequest request, ApiMedia media)
    {
        if (request.Body is null)
        {
            return null;
        }
        var schema = media.Schema?.Follow() ?? media.Schema;
        return Name(request.MediaType) switch
        {
            var name when IsJson(name) => TextValues.ReadJson(request.BodyText),
            var name when IsXml(name) => XmlValues.Read(XDocument.Parse(request.BodyText).Root!, schema),
            "application/x-www-form-urlencoded" => Form(request.BodyText, media),
            "multipart/form-data" => Multipart(request, media),
            _ => request.BodyText,
        };
    }

    private static JsonObject Form(string text, ApiMedia media)
    {
        var members = new JsonObject();
        foreach (var group in text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2)).GroupBy(static pair => Decode(pair[0])))
        {
            Put(members, group.Key, [.. group.Select(static pair => Decode(pair.Length > 1 ? pair[1] : ""))], media);
        }
        return members;
    }

    private static void Put(JsonObject members, string name, List<string> texts, ApiMedia media)
    {
        if (name.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0)
        {
            // Nested names, as `line_items[0][price]`, are taken as they are.
            members[name[..bracket]] ??= media.Schema?.Member(name[..bracket]) is { } nested && TextValues.Is(nested, "array") ? new JsonArray() : new JsonObject();
            if (members[name[..bracket]] is JsonObject inner && name.EndsWith(']') && name.IndexOf('[', bracket + 1) < 0)
            {
                inner[name[(bracket + 1)..^1]] = TextValues.Read(texts[0], media.Schema?.Member(name[..bracket])?.Member(name[(bracket + 1)..^1]));
            }
            return;
        }
        var schema = media.Schema?.Member(name);
        var isJson = IsJson(media.Content.Raw("encoding")?.Raw(name)?.Text("contentType"));
        members[name] = TextValues.Is(schema, "array") && !isJson && TextValues.ReadJson(texts[0]) is not JsonArray
            ? new JsonArray([.. (texts.Count == 1 && media.Content.Raw("encoding")?.Raw(name)?.Raw("explode") is { } explode && !Json.IsTrue(explode.Node) ? [.. texts[0].Split(',')] : texts)
                .Select(text => TextValues.Read(text, schema!.Member("0")))])
            : TextValues.Read(texts[0], schema);
    }

    private static JsonObject Multipart(SentRequest request, ApiMedia media)
    {
        var boundary = "--" + request.MediaType!.Split("boundary=")[1].Split(';')[0].Trim('"');
        var members = new JsonObject();
        var parts = Encoding.Latin1.GetString(request.Body!).Split(boundary)[1..^1].Select(static part => part.Split("\r\n\r\n", 2));
        foreach (var group in parts.GroupBy(static part => part[0].Split("name=")[1].Split(';', '\r')[0].Trim('"')))
        {
            var texts = group.Select(static part => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part[1][..^2]))).ToList();
            Put(members, group.Key, texts, media);
        }
        return members;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Name(string? type) => (type ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
