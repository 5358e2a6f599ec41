using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the class of an object schema.</summary>
internal static class ObjectEmitter
{
    public static SourceFile Emit(ObjectModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        var writer = SourceFile.Start(model.Namespace, model.Source);
        writer.Documentation("summary", model.Documentation);
        if (model.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this type as deprecated.\")]");
        }
        writer.Line(SourceFile.GeneratedCode);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Arazzo.Runtime.CompilerServices.JsonCodecConverter<{model.Name}>))]");
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {model.Name}"))
        {
            var first = true;
            foreach (var property in model.Properties)
            {
                if (!first)
                {
                    writer.Line();
                }
                first = false;
                Property(writer, types, property);
            }
            if (model.AdditionalProperties is { } additional)
            {
                if (!first)
                {
                    writer.Line();
                }
                writer.Line("/// <summary>The members that the API's description does not name; null when there are none.</summary>");
                writer.Line($"public {types.Type(TypeReference.Map(additional))}? AdditionalProperties {{ get; set; }}");
            }
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    private static void Property(SourceWriter writer, TypeSyntax types, PropertyModel property)
    {
        var trailer = Sample("Default", property.Default) + Sample("Example", property.Example);
        writer.Documentation("summary", property.Documentation, trailer.Length > 0 ? trailer : null);
        if (property.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this property as deprecated.\")]");
        }
        if (property.HasField)
        {
            writer.Line($"public {types.Property(property)} {property.Name} {{ get => _{property.Name}.GetValueOrDefault(); set => _{property.Name} = value; }}");
            writer.Line($"internal {types.Property(property)}? _{property.Name};");
            return;
        }
        var initial = property is { IsRequired: true, IsReadOnly: true, Type.IsNullable: false } ? " = null!;" : "";
        writer.Line($"public {(property.MustBeSet ? "required " : "")}{types.Property(property)} {property.Name} {{ get; set; }}{initial}");
    }

    private static string Sample(string kind, string? text) => text is null ? "" : $"<para/>{kind}: <c>{CSharpText.Escape(text)}</c>.";
}
