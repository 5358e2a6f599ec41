using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how the types of a client stand in XML.</summary>
internal static class XmlShapesEmitter
{
    /// <summary>The class inside the client that has the shapes.</summary>
    public const string ClassName = "XmlShapes";

    public static SourceFile Emit(XmlShapesModel model)
    {
        var writer = SourceFile.Start(model.Namespace, null, "Arazzo.Runtime.CompilerServices");
        using (writer.Block($"partial class {model.ClientName}"))
        using (writer.Block($"private static class {ClassName}"))
        {
            foreach (var shape in model.Shapes)
            {
                var items = shape.Members.Select(Member).Concat(shape.Others is { } others ? ["XmlMember.Others(" + Type(others) + ")"] : Array.Empty<string>());
                writer.Line($"public static XmlShape {shape.Name} => field ??= XmlShape.Object({string.Concat(items.Select(static (item, index) => (index == 0 ? "\n    " : ",\n    ") + item))}){Derived(shape)};");
            }
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    /// <summary>The shape as an expression; that of a class is looked up when it is used, for classes may contain themselves.</summary>
    public static string Type(XmlTypeModel type) => type.Kind switch
    {
        XmlKind.Object => $"XmlShape.Of(static () => {ClassName}.{type.Name})",
        XmlKind.Array => $"XmlShape.Array({Type(type.Item!)}, {Name(type.ItemName!)})",
        XmlKind.Map => $"XmlShape.Map({Type(type.Item!)})",
        _ => "XmlShape." + type.Kind,
    };

    public static string Name(XmlNameModel name)
    {
        var text = "new XmlName(" + CSharpText.Literal(name.Name);
        if (name.Namespace is not null)
        {
            text += ", " + CSharpText.Literal(name.Namespace);
            text += name.Prefix is null ? "" : ", " + CSharpText.Literal(name.Prefix);
        }
        return text + ")";
    }

    private static string Derived(XmlShapeModel shape) => string.Concat(shape.Derived.SelectMany(derived => derived.Tags.Select(tag =>
        $"\n    .Derived({CSharpText.Literal(shape.Discriminator!)}, {CSharpText.Literal(tag)}, {Type(derived.Type)})")));

    private static string Member(XmlMemberModel member)
    {
        var text = $"XmlMember.{(member.IsArray ? "Array" : member.Node.ToString())}({CSharpText.Literal(member.JsonName)}, {Type(member.Type)}";
        if (member.Name is not { Namespace: null } || member.Name.Name != member.JsonName)
        {
            text += (member.Node is XmlNode.Text or XmlNode.CData) ? "" : ", " + Name(member.Name);
        }
        text += member.Wrapper is null ? "" : ", wrapper: " + Name(member.Wrapper);
        return text + (member is { IsArray: true, IsRequired: true } ? ", isRequired: true)" : ")");
    }
}
