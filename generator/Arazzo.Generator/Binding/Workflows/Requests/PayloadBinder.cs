using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>
/// Decides what a payload becomes with its replacements. Those whose place the document shows are made in the document, so that they are typed like
/// the rest of it; the others are made when the payload is there.
/// </summary>
internal sealed class PayloadBinder(ExpressionBinder expressions)
{
    private const string Place = "the request body";

    private readonly WorkflowScope _scope = expressions.Scope;
    private readonly ValueBinder _values = new(expressions)
    {
        Secrets = TokenRequests.Is(expressions.Step!, expressions.Scope.Types) ? TokenRequests.Secrets : [],
    };

    /// <summary>The payload as a value of <paramref name="target"/>; null after an error.</summary>
    public ValueModel? Bind(ArazzoRequestBody body, TypeReference target, string mediaType)
    {
        var isXml = MediaTypes.IsXml(mediaType);
        var payload = body.Payload!;
        var remaining = new Queue<ArazzoPayloadReplacement>(body.Replacements);
        while (remaining.Count > 0 && !isXml && Tokens(remaining.Peek()) is { } tokens && Replace(payload, tokens, 0, remaining.Peek().Value) is { } replaced)
        {
            payload = replaced;
            remaining.Dequeue();
        }
        if (remaining.Count == 0)
        {
            return Whole(payload, target, MediaTypes.JsonRank(mediaType) < 3);
        }
        var type = isXml ? TypeReference.String : TypeReference.Any;
        var value = Whole(payload, type, isJson: !isXml);
        value = value is { Type.IsNullable: true } ? _values.Require(value, payload, Place) : value;
        while (value is not null && remaining.Count > 0)
        {
            var replacement = remaining.Dequeue();
            var isSecret = Tokens(replacement) is not { } place ? SecretSchemas.Has(_scope.Types, target, isAnswer: false)
                : SecretSchemas.Reads(_scope.Types, target, place, isAnswer: false) || (place.Count > 0 && _values.Secrets.Contains(place[0]));
            value = _scope.Uses.InCredential(() => Replace(value, replacement, type), isSecret);
        }
        return value is null ? null : Conversions.Convert(value, target) ?? Clash(payload, target, type);
    }

    private ValueModel? Clash(Node payload, TypeReference target, TypeReference type)
    {
        _scope.Report(DiagnosticDescriptors.TypeClash, payload.Range.FirstLine, Place, Conversions.Describe(target), Conversions.Describe(type));
        return null;
    }

    /// <summary>The payload without replacements. Text that is JSON is not sent as a JSON string.</summary>
    private ValueModel? Whole(Node payload, TypeReference target, bool isJson)
    {
        if (!isJson || target.Kind == TypeKind.String || payload is not ScalarNode { Kind: ScalarKind.String } text || !IsJson(text.Text))
        {
            return _values.Bind(payload, target, Place);
        }
        return _scope.Checked(_scope.Expressions.ReadTemplate(text)) is { } template
            && new TemplateBinder(expressions).Bind(template, text, Place, TextForm.Json) is { } value
                ? Conversions.Convert(new JsonTextValue(value), target)
                : null;
    }

    private static bool IsJson(string text) => text.TrimStart() is { Length: > 0 } trimmed && (trimmed[0] == '[' || (trimmed[0] == '{' && (trimmed.Length == 1 || trimmed[1] != '$')));

    private ReplacedValue? Replace(ValueModel payload, ArazzoPayloadReplacement replacement, TypeReference type)
    {
        if (_values.Bind(replacement.Value, type, $"the replacement of '{replacement.Target.Text}'") is not { } value || Target(replacement, isXml: type.Kind == TypeKind.String) is not { } target)
        {
            return null;
        }
        return new ReplacedValue(type, payload, value, target);
    }

    private ReplacementTarget? Target(ArazzoPayloadReplacement replacement, bool isXml)
    {
        switch (Kind(replacement, isXml))
        {
            case ArazzoExpressionKind.XPath when isXml:
                return _scope.Checked(_scope.Expressions.ReadXPath(replacement.Target)) is { } path
                    && new TemplateBinder(expressions).Bind(path with { IsWhole = false }, replacement.Target, "the XPath", TextForm.XPath) is { } bound
                        ? new XPathTarget(replacement.Target.Text, bound)
                        : null;
            case ArazzoExpressionKind.JsonPath when !isXml:
                return _scope.Checked(_scope.Expressions.ReadJsonPath(replacement.Target)) is { } query
                    && new JsonPathBinder(expressions, new PayloadValue(), replacement.Target).Bind(query) is { } model
                        ? new PathTarget(replacement.Target.Text, model)
                        : null;
            case ArazzoExpressionKind.JsonPointer when !isXml:
                return _scope.Checked(_scope.Expressions.ReadJsonPointer(replacement.Target)) is { } pointer ? new PointerTarget(pointer.Tokens) : null;
            default:
                _scope.Report(
                    DiagnosticDescriptors.TypeClash, replacement.TargetSelectorType!.Range, $"the target '{replacement.Target.Text}'",
                    isXml ? "an XPath, as the payload is XML" : "a JSON Pointer or a JSONPath, as the payload is no XML", "of another kind");
                return null;
        }
    }

    /// <summary>Where a replacement goes by names and indexes; null when only the payload shows it.</summary>
    private static List<string>? Tokens(ArazzoPayloadReplacement replacement) => Kind(replacement, isXml: false) switch
    {
        ArazzoExpressionKind.JsonPointer => JsonPointer.TryParse(replacement.Target.Text, out var pointer) ? [.. pointer.Tokens] : null,
        ArazzoExpressionKind.JsonPath => JsonPathParser.ParseQuery(replacement.Target.Text).Value is { } query ? JsonPathTypes.Tokens(query) : null,
        _ => null,
    };

    private static ArazzoExpressionKind Kind(ArazzoPayloadReplacement replacement, bool isXml) =>
        replacement.TargetSelectorType?.Kind ?? (isXml ? ArazzoExpressionKind.XPath : ArazzoExpressionKind.JsonPointer);

    /// <summary>The node with another at the place; null when the place is not in the document.</summary>
    private static Node? Replace(Node node, List<string> tokens, int index, Node value)
    {
        if (index == tokens.Count)
        {
            return value;
        }
        var token = tokens[index];
        switch (node)
        {
            case MappingNode mapping when ArazzoSelector.TryRead(node) is null:
                if (mapping.Find(token) is { } entry)
                {
                    return Replace(entry.Value, tokens, index + 1, value) is { } member ? new MappingNode(mapping.Entries.Replace(entry, entry with { Value = member }), mapping.Range) : null;
                }
                var key = new ScalarNode(token, ScalarKind.String, value.Range.FirstLine);
                return index == tokens.Count - 1 ? new MappingNode(mapping.Entries.Add(new MappingEntry(key, value)), mapping.Range) : null;
            case SequenceNode sequence when JsonPointer.ArrayIndex(token) is { } position && position < sequence.Items.Length:
                return Replace(sequence.Items[position], tokens, index + 1, value) is { } item
                    ? new SequenceNode(sequence.Items.SetItem(position, item), sequence.Range)
                    : null;
            case SequenceNode sequence when index == tokens.Count - 1 && (token == "-" || JsonPointer.ArrayIndex(token) == sequence.Items.Length):
                return new SequenceNode(sequence.Items.Add(value), sequence.Range);
            default:
                return null;
        }
    }
}
