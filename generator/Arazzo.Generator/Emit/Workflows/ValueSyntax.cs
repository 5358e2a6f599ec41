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
        JsonLiteralValue json => $"WorkflowJson.Parse({CSharpText.Utf8Literal(json.Json)})",
        EnumMemberValue member => $"{types.NotNull(member.Type.NotNull())}.{member.Member}",
        EnumTextValue text => $"new {types.NotNull(text.Type.NotNull())}({CSharpText.Literal(text.Text)})",
        InputValue input => "state.Inputs." + input.Name,
        StepOutputValue output => "state." + output.Field,
        ResponseValue response => "response." + response.Member,
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
        LengthValue length => $"WorkflowJson.Length({Print(length.Target)})",
        ConvertedValue converted => Converted(converted),
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
    public string Operand(ValueModel value) => value is RequiredValue or DefaultedValue ? $"({Print(value)})" : Print(value);

    /// <summary>The expression before a member of its own. A chain of question marks yields no nullable struct, so that such a one ends there.</summary>
    public string Access(ValueModel value) => !value.Type.IsNullable ? Operand(value)
        : value is MemberValue && value.Type.IsValueType ? $"({Print(value)})?"
        : Operand(value) + "?";

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
            var content = from.Kind == TypeKind.String ? Print(converted.Value) : $"WorkflowConvert.ToText{types.Arguments(from)}({Print(converted.Value)})";
            return $"WorkflowConvert.ToBinary({content}){(converted.Type.IsNullable ? "" : "!")}";
        }
        var text = Conversion.IsToText(from, to) ? $"WorkflowConvert.ToText{types.Arguments(from)}({Print(converted.Value)})"
            : to.Kind == TypeKind.Any ? $"WorkflowConvert.ToJson{types.Arguments(from)}({Print(converted.Value)})"
            : from.Kind == TypeKind.String && to.Kind == TypeKind.List
                ? $"WorkflowConvert.FromList{types.Arguments(to)}({Print(converted.Value)}, isText: {(Conversion.IsNoText(to.Argument!.Kind) ? "false" : "true")})"
            : from.Kind == TypeKind.String ? $"WorkflowConvert.FromText{(to.IsValueType ? "Value" : "")}{types.Arguments(to)}({Print(converted.Value)})"
            : $"WorkflowConvert.FromJson{(to.IsValueType ? "Value" : "")}{types.Arguments(to)}({Json(converted.Value)})";
        return converted.Type.IsNullable ? text : text + (to.IsValueType ? ".GetValueOrDefault()" : "!");
    }

    private string Json(ValueModel value) => value.Type.Kind == TypeKind.Any
        ? Print(value)
        : $"WorkflowConvert.ToJson{types.Arguments(value.Type.NotNull())}({Print(value)})";

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
                text.Append('{').Append(part is InputValue or StepOutputValue ? hole : $"({hole})").Append('}');
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
            TextForm.Regex => $"WorkflowPattern.Escape({text})",
            TextForm.XPathSingleQuoted => $"WorkflowXml.Quoted({text}, '\\'')",
            TextForm.XPathDoubleQuoted => $"WorkflowXml.Quoted({text}, '\"')",
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
            XPathTarget xpath => $"WorkflowXml.With({Print(replaced.Payload)}, {value}, {Print(xpath.Path)})",
            _ => throw new InvalidOperationException($"No syntax for {replaced.Target.GetType().Name}."),
        };
    }

    private string Object(ObjectValue item)
    {
        var self = this;
        if (item.Type.Kind == TypeKind.Any)
        {
            return Lines("WorkflowJson.Object(", item.Properties.Select(property => $"({CSharpText.Literal(property.Name)}, {self.Print(property.Value)})"), ")");
        }
        var type = item.Type.Kind == TypeKind.Map
            ? $"new global::System.Collections.Generic.Dictionary<string, {types.Type(item.Type.Argument!)}>(global::System.StringComparer.Ordinal)"
            : "new " + types.NotNull(item.Type);
        return Lines(type + " {", item.Properties.Select(Property), "}");

        string Property(ObjectPropertyValue property)
        {
            var value = property.IsOptional && property.Value.Type.IsNullable ? $"WorkflowConvert.UnlessNull({self.Print(property.Value)})" : self.Print(property.Value);
            return item.Type.Kind == TypeKind.Map ? $"[{CSharpText.Literal(property.Name)}] = {value}" : $"{property.Name} = {value}";
        }
    }

    private string List(ListValue list)
    {
        var items = list.Items.Select(Print);
        return list.Type.Kind == TypeKind.Any
            ? Lines("WorkflowJson.Array(", items, ")")
            : Lines($"new {types.Type(list.Type.Argument!)}[] {{", items, "}");
    }

    /// <summary>One line for what is short, else a line for each item.</summary>
    private static string Lines(string start, IEnumerable<string> items, string end)
    {
        const int longest = 100;
        var all = items.ToList();
        var isBlock = end == "}";
        var line = start + (isBlock ? " " : "") + string.Join(", ", all) + (isBlock ? " " : "") + end;
        if (line.Length <= longest && line.IndexOf('\n') < 0)
        {
            return line;
        }
        var head = isBlock ? start.Substring(0, start.Length - 2) + "\n{" : start;
        var body = string.Join(isBlock ? ",\n" : ",\n", all).Replace("\n", "\n    ");
        return $"{head}\n    {body}{(isBlock ? ",\n}" : end)}";
    }
}
