using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how an object schema is read and written: a line for each property and direction.</summary>
internal static class ObjectJsonEmitter
{
    public static SourceFile Emit(ObjectModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        var writer = SourceFile.Start(model.Namespace, model.Source, "Arazzo.Runtime.CompilerServices");
        using (writer.Block($"sealed partial class {model.Name} : IJsonCodec<{model.Name}>"))
        {
            Read(writer, types, model);
            writer.Line();
            Write(writer, types, model);
        }
        return new SourceFile(model.HintName + ".Json.g.cs", writer.ToSourceText());
    }

    private static void Read(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        using (writer.Block($"static {model.Name} IJsonCodec<{model.Name}>.Read(ref global::System.Text.Json.Utf8JsonReader json)"))
        {
            foreach (var property in model.Properties)
            {
                var optional = property.IsOptionalAndNullable;
                writer.Line($"{(optional ? types.Property(property) : types.Type(property.Type.OrNull()))} {Local(property)} = {(optional ? "default" : "null")};");
            }
            if (model.AdditionalProperties is { } additional)
            {
                writer.Line($"global::System.Collections.Generic.Dictionary<string, {types.Type(additional)}>? additionalProperties = null;");
            }
            writer.Line("json.StartObject();");
            using (writer.Block("while (json.NextProperty())"))
            {
                foreach (var property in model.Properties)
                {
                    writer.Line($"if (json.Is({CSharpText.Utf8Literal(property.JsonName)})) {{ {Local(property)} = {ReadValue(types, property)}; continue; }}");
                }
                writer.Line(model.AdditionalProperties is { } type
                    ? $"json.ReadAdditional{Arguments(types, type)}(ref additionalProperties);"
                    : "json.SkipValue();");
            }
            writer.Line($"return new {model.Name}");
            writer.Line("{");
            writer.Indentation++;
            foreach (var property in model.Properties)
            {
                var missing = property.IsRequired && !property.Type.IsNullable
                    ? $" ?? throw JsonReaderExtensions.Missing({CSharpText.Literal(model.Name)}, {CSharpText.Literal(property.JsonName)})"
                    : "";
                writer.Line($"{property.Name} = {Local(property)}{missing},");
            }
            if (model.AdditionalProperties is not null)
            {
                writer.Line("AdditionalProperties = additionalProperties,");
            }
            writer.Indentation--;
            writer.Line("};");
        }
    }

    private static string ReadValue(TypeSyntax types, PropertyModel property)
    {
        var type = property.Type.NotNull();
        if (type.Kind == TypeKind.Any)
        {
            // Null is one of the values of "any JSON".
            return $"json.Read{types.Arguments(type)}()";
        }
        var read = $"json.{(type.IsValueType ? "ReadValueOrNull" : "ReadOrNull")}{types.Arguments(type)}()";
        // C# converts no interface to another type by itself, and lists and maps are interfaces.
        return property.IsOptionalAndNullable ? $"new({read})" : read;
    }

    private static void Write(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        using (writer.Block($"static void IJsonCodec<{model.Name}>.Write(global::System.Text.Json.Utf8JsonWriter json, {model.Name} value)"))
        {
            writer.Line("json.WriteStartObject();");
            foreach (var property in model.Properties)
            {
                var method = property switch
                {
                    { IsOptionalAndNullable: true } => "WriteIfPresent",
                    { IsRequired: true } => "WriteProperty",
                    { Type.IsValueType: true } => "WriteValueUnlessNull",
                    _ => "WriteUnlessNull",
                };
                writer.Line($"json.{method}{types.Arguments(property.Type)}({CSharpText.Utf8Literal(property.JsonName)}, value.{property.Name});");
            }
            if (model.AdditionalProperties is { } additional)
            {
                writer.Line($"json.WriteAdditional{Arguments(types, additional)}(value.AdditionalProperties);");
            }
            writer.Line("json.WriteEndObject();");
        }
    }

    // Members of which nothing is said are the usual case, which has methods of its own.
    private static string Arguments(TypeSyntax types, TypeReference additional) => additional.Kind == TypeKind.Any ? "" : types.Arguments(additional);

    /// <summary>A name for each property that no other one has: names of properties begin with a capital, if with a letter of ASCII, and never with _ and a letter.</summary>
    private static string Local(PropertyModel property)
    {
        if (property.Name[0] is < 'A' or > 'Z')
        {
            return "_" + property.Name;
        }
        var name = (char)(property.Name[0] | ' ') + property.Name.Substring(1);
        return name is "json" or "additionalProperties" ? "_" + name : Identifier.Escape(name);
    }
}
