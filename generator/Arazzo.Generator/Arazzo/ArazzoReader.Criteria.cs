using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Criteria, expression types and Selector Objects.</summary>
internal sealed partial class ArazzoReader
{
    private static readonly ImmutableArray<KeyValuePair<string, ArazzoExpressionKind>> CriterionKinds =
    [
        new("simple", ArazzoExpressionKind.Simple),
        new("regex", ArazzoExpressionKind.Regex),
        new("jsonpath", ArazzoExpressionKind.JsonPath),
        new("xpath", ArazzoExpressionKind.XPath),
    ];

    private static readonly ImmutableArray<KeyValuePair<string, ArazzoExpressionKind>> SelectorKinds =
    [
        new("jsonpath", ArazzoExpressionKind.JsonPath),
        new("xpath", ArazzoExpressionKind.XPath),
        new("jsonpointer", ArazzoExpressionKind.JsonPointer),
    ];

    private ImmutableArray<ArazzoCriterion> ReadCriteria(MappingNode owner, string field) =>
        [.. ReadObjects(owner, field).Select(ReadCriterion).OfType<ArazzoCriterion>()];

    private ArazzoCriterion? ReadCriterion(MappingNode node)
    {
        CheckFields(node, "a criterion", ["condition", "context", "type"]);
        var condition = RequireString(node, "condition", "This criterion");
        var context = RequireIfPresent(node, "context");
        var type = node["type"] is null
            ? new ArazzoExpressionType(ArazzoExpressionKind.Simple, "", Place(node))
            : ReadExpressionType(node, "type", CriterionKinds);
        if (type is null || condition is null)
        {
            return null;
        }
        if (node["context"] is null && node["type"] is not null)
        {
            if (type.Kind != ArazzoExpressionKind.Simple)
            {
                Fault(DiagnosticDescriptors.ArazzoFieldMissing, type.Range, "This criterion has a 'type' but", "context");
                return null;
            }
            AcceptDialect(type.Range, "a criterion with a 'type' needs a 'context': remove 'type: simple'");
        }
        return type.Kind == ArazzoExpressionKind.Simple || context is not null
            ? new ArazzoCriterion { Node = node, Condition = condition, Context = context, Type = type }
            : null;
    }

    /// <summary>A kind by its name, or an Expression Type Object.</summary>
    private ArazzoExpressionType? ReadExpressionType(MappingNode owner, string field, ImmutableArray<KeyValuePair<string, ArazzoExpressionKind>> kinds)
    {
        if (owner[field] is not MappingNode node)
        {
            return ReadChoice(owner, field, kinds) is { } kind ? new ArazzoExpressionType(kind, Versions(kind)[0], owner[field]!.Range.FirstLine) : null;
        }
        CheckFields(node, "an expression type", ["type", "version"]);
        var version = RequireString(node, "version", "This expression type");
        if (RequireString(node, "type", "This expression type") is null || ReadChoice(node, "type", kinds) is not { } type || version is null)
        {
            return null;
        }
        if (Versions(type).Contains(version.Text) && version.Text.Length > 0)
        {
            return new ArazzoExpressionType(type, version.Text, node["type"]!.Range.FirstLine);
        }
        if (Versions(type)[0].Length == 0)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, node.Find("version")!.Key.Range, "version", $"'{node.Find("type")!.Value.Describe()}' has no versions");
        }
        else
        {
            Fault(DiagnosticDescriptors.ArazzoUnknownValue, version.Range.FirstLine, version.Text, "version", JoinChoices(Versions(type)));
        }
        return null;
    }

    /// <summary>The versions of a language, its default first.</summary>
    private static ImmutableArray<string> Versions(ArazzoExpressionKind kind) => kind switch
    {
        ArazzoExpressionKind.JsonPath => ["rfc9535", "draft-goessner-dispatch-jsonpath-00"],
        ArazzoExpressionKind.XPath => ["xpath-31", "xpath-30", "xpath-20", "xpath-10"],
        ArazzoExpressionKind.JsonPointer => ["rfc6901"],
        _ => [""],
    };

    /// <summary>A mapping that must be a Selector Object.</summary>
    private ArazzoSelector? ReadSelector(MappingNode node, string owner)
    {
        CheckFields(node, "a selector", ["context", "selector", "type"]);
        var context = RequireString(node, "context", owner);
        var selector = RequireString(node, "selector", owner);
        if (node["type"] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(node), owner, "type");
            return null;
        }
        var type = ReadExpressionType(node, "type", SelectorKinds);
        if (context is null || selector is null || type is null)
        {
            return null;
        }
        if (_isVersion10)
        {
            AcceptDialect(Place(node), "a Selector Object needs Arazzo 1.1: write 'arazzo: 1.1.0'");
        }
        return new ArazzoSelector { Node = node, Context = context, Selector = selector, Type = type };
    }

    /// <summary>A value that is a Selector Object when it has the form of one, and data otherwise.</summary>
    private ArazzoSelector? ReadPossibleSelector(Node value) =>
        ArazzoSelector.HasForm(value) ? ReadSelector((MappingNode)value, "This selector") : null;

    /// <summary>Reads a Selector Object that was found inside a payload.</summary>
    internal static ArazzoSelector? ReadSelector(MappingNode node)
    {
        var reader = new ArazzoReader(Dialect.Compat, new DiagnosticBag(""), isVersion10: false, CancellationToken.None);
        var selector = reader.ReadSelector(node, "This selector");
        return reader._faults == 0 ? selector : null;
    }
}
