using System.Text.Json.Nodes;
using System.Xml.Linq;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>XML to JSON and back as a schema and its <c>xml</c> objects say.</summary>
internal static class XmlValues
{
    public static JsonNode? Read(XElement element, Spec? schema)
    {
        if (!TextValues.Is(schema, "object"))
        {
            return TextValues.Is(schema, "array")
                ? new JsonArray([.. element.Elements().Select(item => Read(item, schema!.Member("0")))])
                : TextValues.Read(element.Value, schema);
        }
        var members = new JsonObject();
        foreach (var (name, property) in Properties(schema!))
        {
            var xml = Xml(property);
            var wire = xml?.Text("name") ?? name;
            if (xml?.IsTrue("attribute") == true)
            {
                if (element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == wire) is { } attribute)
                {
                    members[name] = TextValues.Read(attribute.Value, property);
                }
            }
            else if (TextValues.Is(property, "array") && xml?.IsTrue("wrapped") != true)
            {
                var item = property.Member("0");
                var items = Children(element, item is null ? wire : Xml(item)?.Text("name") ?? wire).ToList();
                if (items.Count > 0)
                {
                    members[name] = new JsonArray([.. items.Select(child => Read(child, item))]);
                }
            }
            else if (Children(element, wire).FirstOrDefault() is { } child)
            {
                members[name] = Read(child, property);
            }
        }
        return members;
    }

    public static XElement Write(JsonNode? value, Spec? schema, string name)
    {
        var xml = schema is null ? null : Xml(schema);
        XNamespace space = xml?.Text("namespace") ?? "";
        var element = new XElement(space + (xml?.Text("name") ?? name));
        switch (value)
        {
            case JsonObject members:
                foreach (var (key, member) in members)
                {
                    Add(element, key, member, schema?.Member(key));
                }
                break;
            case JsonArray items:
                element.Add(items.Select(item => Write(item, schema?.Member("0"), name)));
                break;
            case not null:
                element.Value = Json.Print(value);
                break;
        }
        return element;
    }

    private static void Add(XElement parent, string name, JsonNode? value, Spec? schema)
    {
        var xml = schema is null ? null : Xml(schema);
        var wire = xml?.Text("name") ?? name;
        if (xml?.IsTrue("attribute") == true)
        {
            parent.Add(new XAttribute(wire, Json.Print(value)));
        }
        else if (value is JsonArray items && xml?.IsTrue("wrapped") != true)
        {
            parent.Add(items.Select(item => Write(item, schema?.Member("0"), wire)));
        }
        else
        {
            parent.Add(Write(value, schema, wire));
        }
    }

    public static string RootName(Spec? schema) => schema is null ? "root" : Xml(schema)?.Text("name") ?? schema.Together().Select(static part => part.Reference).OfType<string>().LastOrDefault()?.Split('/')[^1] ?? "root";

    private static Spec? Xml(Spec schema) => schema.Together().Select(static part => part.Raw("xml")).FirstOrDefault(static xml => xml is not null);

    private static IEnumerable<(string Name, Spec Value)> Properties(Spec schema) => schema.Together().SelectMany(static part => part.Raw("properties")?.Members ?? []);

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);
}
