using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals.Documents;

/// <summary>A place in a document: knows its file, so that references can be followed.</summary>
internal sealed record Spec(SpecificationSet Set, string File, JsonNode? Node)
{
    /// <summary>A member with its reference followed; null when there is none.</summary>
    public Spec? this[string name] => Raw(name)?.Follow();

    /// <summary>A member as it stands.</summary>
    public Spec? Raw(string name) => Node is JsonObject members && members.TryGetPropertyValue(name, out var value) && value is not null ? this with { Node = value } : null;

    public IEnumerable<Spec> Items => Node is JsonArray items ? items.Select(item => (this with { Node = item }).Follow()).OfType<Spec>() : [];

    public IEnumerable<(string Name, Spec Value)> Members => Node is JsonObject members
        ? members.Where(static member => member.Value is not null).Select(member => (member.Key, this with { Node = member.Value }))
        : [];

    public string? Text(string name) => Node is JsonObject members && members.TryGetPropertyValue(name, out var value) ? Json.Text(value) : null;

    public double? Number(string name) => Node is JsonObject members && members.TryGetPropertyValue(name, out var value) ? Json.Number(value) : null;

    public bool IsTrue(string name) => Node is JsonObject members && members.TryGetPropertyValue(name, out var value) && Json.IsTrue(value);

    public string? Reference => Text("$ref");

    /// <summary>What a reference leads to, however long the chain; null when it leads nowhere.</summary>
    public Spec? Follow()
    {
        var place = this;
        for (var steps = 0; place?.Reference is { } reference; steps++)
        {
            if (steps > 20)
            {
                return null;
            }
            place = place.Resolve(reference);
        }
        return place;
    }

    public Spec? Resolve(string reference)
    {
        var sign = reference.IndexOf('#', StringComparison.Ordinal);
        var (url, fragment) = sign < 0 ? (reference, "") : (reference[..sign], reference[(sign + 1)..]);
        var document = url.Length == 0 ? Set.Documents.First(document => document.File == File) : Set.Find(File, url);
        if (document is null || fragment.Length == 0)
        {
            return document;
        }
        if (fragment[0] != '/')
        {
            return Json.Descendants(document.Node).FirstOrDefault(node => node is JsonObject schema && Json.Text(schema["$anchor"]) == fragment) is { } anchored
                ? document with { Node = anchored }
                : null;
        }
        var tokens = Uri.UnescapeDataString(fragment)[1..].Split('/').Select(static token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return document.Descend([.. tokens]);
    }

    /// <summary>What a pointer's tokens lead to; references on the way are followed.</summary>
    private Spec? Descend(IReadOnlyList<string> tokens)
    {
        var place = this;
        foreach (var token in tokens)
        {
            place = place.Node is JsonObject { Count: > 0 } && place.Reference is not null ? place.Follow() : place;
            place = place?.Node switch
            {
                JsonObject => place.Raw(token),
                JsonArray items when int.TryParse(token, out var index) && index >= 0 && index < items.Count => place with { Node = items[index] },
                _ => null,
            };
            if (place is null)
            {
                return null;
            }
        }
        return place;
    }
}
