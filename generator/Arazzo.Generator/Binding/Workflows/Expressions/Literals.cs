using System.Globalization;
using System.Text;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Conditions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides what constants of a document become.</summary>
internal static class Literals
{
    /// <summary>A constant as a value of <paramref name="target"/>; null after an error.</summary>
    public static ValueModel? Bind(WorkflowScope scope, ScalarNode scalar, TypeReference target, string place)
    {
        var type = target.NotNull();
        if (type.Kind == TypeKind.Any)
        {
            return new JsonLiteralValue(Text(scalar));
        }
        if (type.Kind == TypeKind.Union && !scalar.IsNull)
        {
            if (new CaseFinder(scope.Types).Union(scalar, type) is { } found)
            {
                return Bind(scope, scalar, found.Type, place) is { } value ? new CaseValue(type, value, found.Name) : null;
            }
            return new ConvertedValue(type, new JsonLiteralValue(Text(scalar)));
        }
        if (type.Kind is TypeKind.Enum or TypeKind.IntegerEnum && !scalar.IsNull)
        {
            return Enum(scope, scalar, type);
        }
        var text = Conversions.IsNumber(type.Kind) && scalar.Kind is ScalarKind.Integer or ScalarKind.Float ? NodeJson.Write(scalar) : scalar.Text;
        if (!scalar.IsNull && IsLiteral(scalar, text, type.Kind))
        {
            return new LiteralValue(type, text);
        }
        // A date, a UUID or a number in quotes: read at run time, by the codec that knows the form.
        if (!scalar.IsNull && type.Kind is not (TypeKind.Boolean or TypeKind.List or TypeKind.Map or TypeKind.Object) && (scalar.Kind == ScalarKind.String || Conversions.IsText(type.Kind))
            && !Conversions.IsNumber(type.Kind))
        {
            return new ConvertedValue(type, new LiteralValue(TypeReference.String, scalar.Text));
        }
        // A list may be written with commas; an object is read from its JSON and from nothing else.
        if (scalar.Kind == ScalarKind.String && (type.Kind == TypeKind.List || (type.Kind is TypeKind.Map or TypeKind.Object && scalar.Text.TrimStart().StartsWith("{", StringComparison.Ordinal))))
        {
            return new ConvertedValue(type, new LiteralValue(TypeReference.String, scalar.Text));
        }
        scope.Report(DiagnosticDescriptors.TypeClash, scalar.Range, place, Conversions.Describe(type), Describe(scalar));
        return null;
    }

    /// <summary>A constant of a condition or a JSONPath.</summary>
    public static ValueModel Constant(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => new JsonLiteralValue("null"),
        LiteralKind.Boolean => new LiteralValue(new TypeReference(TypeKind.Boolean), literal.Text),
        LiteralKind.Number => Number(literal.Text),
        _ => new LiteralValue(TypeReference.String, literal.Text),
    };

    /// <summary>The member of an open enum that the text names without regard to case, as Arazzo compares.</summary>
    public static EnumMemberModel? Member(WorkflowScope scope, TypeReference type, string text)
    {
        var members = scope.Types.FindEnum(type.NotNull())?.Members ?? EquatableArray<EnumMemberModel>.Empty;
        EnumMemberModel? found = null;
        foreach (var member in members)
        {
            if (string.Equals(member.Value, text, StringComparison.Ordinal))
            {
                return member;
            }
            if (string.Equals(member.Value, text, StringComparison.OrdinalIgnoreCase))
            {
                found ??= member;
            }
        }
        return found;
    }

    /// <summary>A node without runtime expressions as JSON; null when it has some.</summary>
    public static JsonLiteralValue? Json(WorkflowScope scope, Node node)
    {
        var json = new StringBuilder();
        return Write(scope, node, json) ? new JsonLiteralValue(json.ToString()) : null;
    }

    private static ValueModel Enum(WorkflowScope scope, ScalarNode scalar, TypeReference type)
    {
        if (scope.Types.FindEnum(type)?.Members.FirstOrDefault(member => member.Value == scalar.Text) is { } member)
        {
            return new EnumMemberValue(type, member.Name);
        }
        scope.Report(
            DiagnosticDescriptors.UnlistedEnumValue, scalar.Range, scalar.Text, Conversions.Describe(type),
            Suggestion.For(scalar.Text, scope.Types.FindEnum(type)?.Members.Select(static item => item.Value) ?? []));
        return type.Kind == TypeKind.Enum ? new EnumTextValue(type, scalar.Text) : new ConvertedValue(type, new LiteralValue(TypeReference.String, scalar.Text));
    }

    private static ValueModel Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? new LiteralValue(new TypeReference(TypeKind.Int32), text)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? new LiteralValue(new TypeReference(TypeKind.Int64), text)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? new LiteralValue(new TypeReference(TypeKind.Double), text)
            : new JsonLiteralValue(text);

    private static bool IsLiteral(ScalarNode scalar, string text, TypeKind kind) => kind switch
    {
        TypeKind.String => true,
        TypeKind.Boolean => scalar.Kind == ScalarKind.Boolean || scalar is { Kind: ScalarKind.String, Text: "true" or "false" },
        TypeKind.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TypeKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TypeKind.UInt64 => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        TypeKind.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        TypeKind.Single or TypeKind.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !double.IsNaN(number) && !double.IsInfinity(number),
        _ => false,
    };

    private static bool Write(WorkflowScope scope, Node node, StringBuilder json)
    {
        switch (node)
        {
            case MappingNode mapping:
                json.Append('{');
                for (var index = 0; index < mapping.Entries.Length; index++)
                {
                    var entry = mapping.Entries[index];
                    json.Append(index == 0 ? "" : ",").Append(Quote(entry.Key.Text)).Append(':');
                    if (!Write(scope, entry.Value, json))
                    {
                        return false;
                    }
                }
                json.Append('}');
                return true;
            case SequenceNode sequence:
                json.Append('[');
                for (var index = 0; index < sequence.Items.Length; index++)
                {
                    json.Append(index == 0 ? "" : ",");
                    if (!Write(scope, sequence.Items[index], json))
                    {
                        return false;
                    }
                }
                json.Append(']');
                return true;
            case ScalarNode { Kind: ScalarKind.String } text when text.Text.IndexOf('$') >= 0:
                // What may hold an expression is for the caller to read.
                return false;
            case ScalarNode scalar:
                json.Append(Text(scalar));
                return true;
            default:
                return false;
        }
    }

    private static string Text(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => scalar.Text.ToLowerInvariant(),
        ScalarKind.Integer or ScalarKind.Float => NodeJson.Write(scalar),
        _ => Quote(scalar.Text),
    };

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Describe(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.String => "a string",
        _ => "a number",
    };
}
