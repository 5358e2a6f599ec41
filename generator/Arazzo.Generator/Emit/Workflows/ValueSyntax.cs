using System.Globalization;
using System.Text;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Values of workflows as C# expressions.</summary>
internal readonly struct ValueSyntax(TypeSyntax types)
{
    /// <summary>The expression; an object may take several lines, the later ones indented relative to the first.</summary>
    public string Print(ValueModel value) => value switch
    {
        LiteralValue literal => Literal(literal),
        MissingValue => "null",
        JsonLiteralValue json => $"WorkflowJson.Parse({CSharpText.Utf8Literal(json.Json)})",
        EnumMemberValue member => $"{types.NotNull(member.Type.NotNull())}.{member.Member}",
        EnumTextValue text => $"new {types.NotNull(text.Type.NotNull())}({CSharpText.Literal(text.Text)})",
        InputValue input => "state.Inputs." + input.Name,
        StepOutputValue output => "state." + output.Field,
        ResponseValue response => "response." + response.Member,
        ResultBodyValue => "body",
        CalledOutputValue output => $"called.{(output.IsConditional ? "OutputsOrNull?" : "Outputs")}.{output.Name}",
        RequestUrlValue => "request.Address",
        RequestLocalValue local => local.Name,
        CalledStatusValue => "called.StatusOrNull",
        DefaultedValue defaulted => $"{Print(defaulted.Value)} ?? {Print(defaulted.Default)}",
        ResponseHeaderValue header => $"response.Headers[{CSharpText.Literal(header.Name)}]",
        DocumentedHeaderValue header => $"new {TypeSyntax.Qualified(header.Namespace, header.Struct)}(response.Headers).{header.Name}",
        MemberValue member => $"{Print(member.Target)}{(member.IsConditional ? "?" : "")}.{member.Name}{(member.IsOptional ? ".Value" : "")}",
        ElementValue element => Element(element),
        PointerValue pointer => $"{Access(pointer.Target)}.At({string.Join(", ", pointer.Tokens.Select(CSharpText.Literal))})",
        LengthValue { Target.Type.Kind: TypeKind.List } length => Access(length.Target) + ".Count",
        LengthValue { Target.Type.Kind: TypeKind.String } length => Access(length.Target) + ".Length",
        LengthValue length => $"WorkflowJson.Length({Print(length.Target)})",
        ConvertedValue converted => Converted(converted),
        // C# converts by itself, but for interfaces.
        CaseValue { Value.Type.Kind: TypeKind.List or TypeKind.Map, Case: { } name } part => $"{types.NotNull(part.Type)}.From{name}({Print(part.Value)})",
        CaseValue part => Print(part.Value),
        RequiredValue required => Required(required),
        TemplateValue template => Template(template),
        EscapedValue escaped => Escaped(escaped),
        XPathValue xpath => $"WorkflowXml.{(xpath.Type.Kind == TypeKind.String ? "Text" : xpath.Type.Kind == TypeKind.Boolean ? "Holds" : "Number")}({Print(xpath.Xml)}, {Print(xpath.Path)})",
        JsonTextValue json => $"WorkflowJson.Parse({Print(json.Text)})",
        ReplacedValue replaced => Replaced(replaced),
        PayloadValue => "payload",
        ConditionValue condition => $"({new ConditionSyntax(types).Print(condition.Condition)})",
        ObjectValue item => Object(item),
        ListValue list => List(list),
        SelectedValue selected => new JsonPathSyntax(types).Nodes(selected.Path) + (selected.Nodes == SelectedNodes.All ? ".ToArray()" : "." + selected.Nodes),
        PatternValue pattern => "Patterns." + pattern.Name,
        _ => throw new InvalidOperationException($"No syntax for {value.GetType().Name}."),
    };

    /// <summary>A new object with some of its properties.</summary>
    public string New(string type, EquatableArray<ArgumentModel> properties)
    {
        var self = this;
        return properties.IsEmpty ? $"new {type}()" : Lines($"new {type} {{", properties.Select(property => $"{property.Name} = {self.Print(property.Value)}"), "}");
    }

    /// <summary>The expression for a place that binds tighter than <c>??</c>.</summary>
    public string Operand(ValueModel value) => value is RequiredValue or DefaultedValue || IsNegative(value) ? $"({Print(value)})" : Print(value);

    /// <summary>The expression before a member of its own. In a chain a?.B.C only what is itself nullable needs a question mark.</summary>
    public string Access(ValueModel value) => value is MemberValue member ? Print(member) + (member.MayBeNull ? "?" : "")
        : value.Type.IsNullable ? Operand(value) + "?"
        : Operand(value);

    private static bool IsNegative(ValueModel value) => value is LiteralValue { Type.Kind: not TypeKind.String } number && number.Text.StartsWith("-", StringComparison.Ordinal);

    private static string Literal(LiteralValue literal) => literal.Type.Kind switch
    {
        TypeKind.String => CSharpText.Literal(literal.Text),
        TypeKind.Boolean => literal.Text.ToLowerInvariant(),
        TypeKind.Int32 => int.Parse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        TypeKind.Int64 => long.Parse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "L",
        TypeKind.UInt64 => ulong.Parse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "UL",
        TypeKind.Decimal => decimal.Parse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "m",
        TypeKind.Single => "(float)" + Double(literal.Text),
        _ => Double(literal.Text),
    };

    private static string Double(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "d";

    private string Element(ElementValue element)
    {
        var method = element.Type.IsValueType ? "AtValue" : "At";
        var key = element.Target.Type.Kind == TypeKind.List ? element.Key : CSharpText.Literal(element.Key);
        return $"{Print(element.Target)}.{method}({key})";
    }

    private string Converted(ConvertedValue converted)
    {
        var from = converted.Value.Type.NotNull();
        var to = converted.Type.NotNull();
        if (Conversion.IsImplicit(from.Kind, to.Kind))
        {
            return $"({types.Type(converted.Type)}){Operand(converted.Value)}";
        }
        if (to.Kind == TypeKind.Binary)
        {
            var content = from.Kind == TypeKind.String ? Print(converted.Value) : ToText(converted.Value);
            return $"WorkflowConvert.ToBinary({content})";
        }
        if (Conversion.IsToText(from, to))
        {
            return ToText(converted.Value);
        }
        if (to.Kind == TypeKind.Any)
        {
            return converted.Type.IsNullable ? Json(converted.Value) : $"WorkflowJson.From{types.Arguments(from)}({Print(converted.Value)})";
        }
        if (Conversion.IsNumber(from.Kind) && Conversion.IsNumber(to.Kind))
        {
            return $"WorkflowConvert.ToNumber<{types.NotNull(from)}, {types.NotNull(to)}>({Print(converted.Value)})";
        }
        if (to.Kind == TypeKind.Enum && from.Kind is TypeKind.String or TypeKind.Enum && !converted.Type.IsNullable)
        {
            return $"new {types.NotNull(to)}({ToText(converted.Value)})";
        }
        if (from.Kind == TypeKind.String && to.Kind == TypeKind.List)
        {
            return $"WorkflowConvert.FromList{types.Arguments(to)}({Print(converted.Value)}, isText: {(Conversion.IsNoText(to.Argument!.Kind) ? "false" : "true")})";
        }
        var isText = from.Kind is TypeKind.String or TypeKind.Enum && (from.Kind == TypeKind.String || to.Kind == TypeKind.Enum);
        var method = (isText, converted.Type.IsNullable) switch
        {
            (true, true) => "FromText" + (to.IsValueType ? "Value" : ""),
            (true, false) => "Parse",
            (false, true) => "FromJson" + (to.IsValueType ? "Value" : ""),
            (false, false) => "Read",
        };
        return $"WorkflowConvert.{method}{types.Arguments(to)}({(isText ? ToText(converted.Value) : Json(converted.Value))})";
    }

    private string Json(ValueModel value) => value.Type.Kind == TypeKind.Any ? Print(value)
        : $"{(value.Type.IsNullable ? "WorkflowConvert.ToJson" : "WorkflowJson.From")}{types.Arguments(value.Type.NotNull())}({Print(value)})";

    private string ToText(ValueModel value) => value.Type.Kind switch
    {
        TypeKind.String => Print(value),
        TypeKind.Enum => Access(value) + ".Value",
        // The compiler does not see that a struct has a text.
        _ => $"WorkflowConvert.ToText{types.Arguments(value.Type.NotNull())}({Print(value)}){(value.Type is { IsValueType: true, IsNullable: false } ? "!" : "")}",
    };

    private string Required(RequiredValue required) =>
        $"{Print(required.Value)} ?? throw run.Missing(Step.{required.Step}, {CSharpText.Literal(required.Target)}, {CSharpText.Literal(required.Expression)})";

    private string Template(TemplateValue template)
    {
        var text = new StringBuilder("$\"");
        foreach (var part in template.Parts)
        {
            if (part is LiteralValue literal)
            {
                text.Append(CSharpText.Interpolated(literal.Text));
            }
            else
            {
                var hole = Print(part);
                // A colon begins a format.
                text.Append('{').Append(hole.IndexOf(':') < 0 ? hole : $"({hole})").Append('}');
            }
        }
        return text.Append('"').ToString();
    }

    private string Escaped(EscapedValue escaped)
    {
        var text = Print(escaped.Value);
        return escaped.Form switch
        {
            TextForm.Json => $"WorkflowText.Escape({text})",
            TextForm.JsonValue => $"WorkflowJson.Value({text})",
            TextForm.Regex => $"WorkflowPattern.Escape({text})",
            TextForm.XPathQuoted => $"WorkflowXml.Quoted({text})",
            TextForm.XPath => $"WorkflowXml.Unquoted({text})",
            _ => text,
        };
    }

    private string Replaced(ReplacedValue replaced)
    {
        var value = Print(replaced.Value);
        return replaced.Target switch
        {
            PointerTarget pointer => $"{Operand(replaced.Payload)}.With({string.Join(", ", pointer.Tokens.Select(CSharpText.Literal).Prepend(value))})",
            PathTarget path => $"{Operand(replaced.Payload)}.With({value}, {CSharpText.Literal(path.Text)}, payload => {new JsonPathSyntax(types).Nodes(path.Path)})",
            XPathTarget xpath => $"WorkflowXml.With({Print(replaced.Payload)}, {value}, {CSharpText.Literal(xpath.Text)}, {Print(xpath.Path)})",
            _ => throw new InvalidOperationException($"No syntax for {replaced.Target.GetType().Name}."),
        };
    }

    private string Object(ObjectValue item)
    {
        var self = this;
        var syntax = types;
        if (item.Type.Kind == TypeKind.Any)
        {
            return Lines("WorkflowJson.Object(", item.Properties.Select(property => $"({CSharpText.Literal(property.Name)}, {self.Print(property.Value)})"), ")");
        }
        var type = item.Type.Kind == TypeKind.Map
            ? $"new global::System.Collections.Generic.Dictionary<string, {types.Type(item.Type.Argument!)}>"
            : "new " + types.NotNull(item.Type);
        return Lines(type + " {", item.Properties.Select(Property), "}");

        string Property(ObjectPropertyValue property)
        {
            var value = !property.IsOptional ? self.Print(property.Value)
                : property.Value.Type.IsNullable ? $"WorkflowConvert.UnlessNull({self.Print(property.Value)})"
                // C# converts once, not twice.
                : property.Value is CaseValue or ListValue or ObjectValue { Type.Kind: TypeKind.Map }
                    ? $"new global::Arazzo.Runtime.Optional<{syntax.Type(property.Value.Type.OrNull())}>({self.Print(property.Value)})"
                : self.Print(property.Value);
            return item.Type.Kind == TypeKind.Map ? $"[{CSharpText.Literal(property.Name)}] = {value}" : $"{property.Name} = {value}";
        }
    }

    private string List(ListValue list)
    {
        var items = list.Items.Select(Print);
        return list.Type.Kind == TypeKind.Any
            ? Lines("WorkflowJson.Array(", items, ")")
            : Lines("[", items, "]");
    }

    /// <summary>One line for what is short, else a line for each item.</summary>
    private static string Lines(string start, IEnumerable<string> items, string end)
    {
        const int longest = 100;
        var all = items.ToList();
        if (all.Count == 0 && end == "}")
        {
            return start.Substring(0, start.Length - 2) + "()";
        }
        var space = end == "}" ? " " : "";
        var line = start + space + string.Join(", ", all) + space + end;
        if (line.Length <= longest && line.IndexOf('\n') < 0)
        {
            return line;
        }
        // Braces stand on lines of their own.
        var head = end == "}" ? start.Substring(0, start.Length - 2) + "\n{" : start;
        var body = string.Join(",\n", all).Replace("\n", "\n    ");
        return $"{head}\n    {body}{(end == ")" ? end : ",\n" + end)}";
    }
}
