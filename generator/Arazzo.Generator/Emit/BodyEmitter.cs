using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how a body gets into a request.</summary>
internal readonly struct BodyEmitter(TypeSyntax types)
{
    /// <summary>The call that sets the body: <c>.Json&lt;Pet, Pet&gt;(body)</c>.</summary>
    public string Call(BodyModel body)
    {
        var mediaType = CSharpText.Literal(body.MediaType);
        var ending = body.IsRequired ? "" : "UnlessNull";
        return body.Kind switch
        {
            BodyKind.Json => Json(body),
            BodyKind.Form => $".Form{ending}{types.Arguments(body.Type)}(body, {mediaType}{string.Concat(body.Fields.Select(Field))})",
            BodyKind.Multipart => $".Multipart{ending}(body, {mediaType}, static (parts, value) => {Parts(body)})",
            BodyKind.Xml => $".Xml{ending}{types.Arguments(body.Type)}(body, {mediaType}, {XmlShapesEmitter.Name(body.Xml!.Root)}, {XmlShapesEmitter.Type(body.Xml.Type)})",
            BodyKind.JsonLines => $".JsonLines{ending}{types.Arguments(body.Type.Argument!)}(body, {mediaType})",
            BodyKind.Binary or BodyKind.Text => $".{body.Kind}{ending}(body, {mediaType})",
            _ => throw new InvalidOperationException($"No call for {body.Kind}."),
        };
    }

    private string Json(BodyModel body)
    {
        var mediaType = body.MediaType == "application/json" ? "" : ", " + CSharpText.Literal(body.MediaType);
        return body.IsRequired
            ? $".Json{types.Arguments(body.Type)}({Given(body)}{mediaType})"
            : $".JsonUnlessNull{types.Arguments(body.Type.NotNull())}(body{mediaType})";
    }

    private static string Field(FormFieldModel field) => ",\n            " + Encoding(field);

    public static string Encoding(FormFieldModel field) =>
        $"new FormEncoding({CSharpText.Literal(field.Name)}, ParameterStyle.{field.Style}, explode: {(field.Explode ? "true" : "false")}{(field.AllowReserved ? ", allowReserved: true" : "")})";

    private string Parts(BodyModel body)
    {
        if (body.Cases.IsEmpty)
        {
            return "parts" + Parts(body.Parts, "value");
        }
        var cases = "";
        for (var index = 0; index < body.Cases.Count; index++)
        {
            var name = "case" + CSharpText.Number(index + 1);
            cases += $"\n            {name} => parts{Parts(body.Cases[index].Parts, name)},";
        }
        return $"value.Match({cases}\n            unknown => parts.Members{types.Arguments(TypeReference.Any)}(unknown))";
    }

    private string Parts(IEnumerable<BodyPartModel> parts, string value)
    {
        var text = "";
        foreach (var part in parts)
        {
            text += Part(part, value);
        }
        return text;
    }

    private string Part(BodyPartModel part, string value)
    {
        var call = part.Kind is BodyPartKind.Value or BodyPartKind.File or BodyPartKind.Files ? part.Kind.ToString() : part.Kind + types.Arguments(part.Type);
        var name = part.Name is null ? "" : CSharpText.Literal(part.Name) + ", ";
        var mediaType = part.MediaType is null ? "" : ", " + CSharpText.Literal(part.MediaType);
        var headers = part.Headers.IsEmpty ? "" : ", headers: " + CSharpText.Literal(string.Concat(part.Headers.Select(static header => $"{header.Name}: {header.Value}\r\n")));
        var form = part switch
        {
            { Style: { } style } => $", {Encoding(style)}",
            { Xml: { } xml } => $", {XmlShapesEmitter.Name(xml.Root)}, {XmlShapesEmitter.Type(xml.Type)}",
            { Kind: BodyPartKind.Items } => $", [{string.Join(", ", part.Prefix.Select(static contentType => contentType.Length == 0 ? "null" : CSharpText.Literal(contentType)))}]",
            _ => "",
        };
        return $"\n            .{call}({name}{value}{(part.Property is null ? "" : "." + part.Property)}{form}{mediaType}{headers})";
    }

    private static string Given(BodyModel body) =>
        body.Type is { IsValueType: false, IsNullable: false } ? "body ?? throw new global::System.ArgumentNullException(nameof(body))" : "body";
}
