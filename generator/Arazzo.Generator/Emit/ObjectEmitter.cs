using System.Globalization;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the class of an object schema, with how it is checked, read and written.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        writer.Documentation("summary", model.Documentation);
        if (model.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this type as deprecated.\")]");
        }
        writer.Line(SourceFile.GeneratedCodec(model.Name));
        var bases = (model.Base is { } parent ? types.NotNull(parent) + ", " : model.IsOpenObject ? "global::Arazzo.Runtime.OpenObject, " : "") + $"IJsonObject<{model.Name}>" + (model.IsValidated ? ", IValidated" : "");
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} {(model.Derived.IsEmpty ? "sealed " : "")}partial class {model.Name} : {bases}"))
        {
            var isBlock = Constructor(writer, types, model);
            var first = !isBlock;
            foreach (var property in model.Properties.Where(static property => !property.IsInherited))
            {
                // What takes several lines to say stands apart.
                var wasBlock = isBlock;
                isBlock = property.Documentation?.Trim().IndexOf('\n') >= 0;
                if (!first && (wasBlock || isBlock))
                {
                    writer.Line();
                }
                first = false;
                Property(writer, types, property);
            }
            if (model.AdditionalProperties is { } additional && !model.InheritsAdditionalProperties && !model.IsOpenObject)
            {
                writer.Line("/// <summary>The members that the API's description does not name; null when there are none.</summary>");
                writer.Line($"public {types.Type(TypeReference.Map(additional))}? AdditionalProperties {{ get; set; }}");
                first = false;
            }
            if (model.IsValidated)
            {
                if (!first)
                {
                    writer.Line();
                }
                ObjectValidationEmitter.Emit(writer, model);
                first = false;
            }
            if (!first)
            {
                writer.Line();
            }
            ObjectJsonEmitter.Emit(writer, model);
        }
    }

    private static void Property(SourceWriter writer, TypeSyntax types, PropertyModel property)
    {
        // C# has no warning for what every object initializer must set.
        var isObsolete = property is { IsDeprecated: true, MustBeSet: false };
        var trailer = ((property.IsDeprecated && !isObsolete ? "Deprecated. " : "") + Sample("Default", property.Default) + Sample("Example", property.Example)).TrimEnd();
        if (string.IsNullOrWhiteSpace(property.Documentation))
        {
            writer.Documentation("summary", null, trailer.Length > 0 ? trailer : null);
        }
        else
        {
            writer.Documentation("summary", property.Documentation);
            writer.Documentation("remarks", null, trailer.Length > 0 ? trailer : null);
        }
        if (isObsolete)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this property as deprecated.\")]");
        }
        if (property.HasField)
        {
            writer.Line($"public {types.Property(property)} {property.Name} {{ get => _{property.Name}.GetValueOrDefault(); set => _{property.Name} = value; }}");
            writer.Line($"internal {types.Property(property)}? _{property.Name};");
            return;
        }
        var initial = property.Constant is not null ? $" = {Constant(types, property)};" : property is { IsRequired: true, IsReadOnly: true, Type.IsNullable: false } ? " = null!;" : "";
        writer.Line($"public {(property.MustBeSet ? "required " : "")}{types.Property(property)} {property.Name} {{ get; set; }}{initial}");
    }

    private static string Sample(string kind, string? text) => text is null ? "" : $"{kind}: <c>{CSharpText.Escape(text)}</c>. ";

    /// <summary>What the base class says of itself, a derived class says otherwise.</summary>
    private static bool Constructor(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        var constants = model.Properties.Where(property => property.IsInherited && property.Constant is not null && property.JsonName == model.Discriminator).ToList();
        if (constants.Count == 0)
        {
            return false;
        }
        writer.Line($"/// <summary>Makes one whose <c>{CSharpText.Escape(constants[0].JsonName)}</c> is <c>{CSharpText.Escape(constants[0].Constant!)}</c>.</summary>");
        writer.Line($"public {model.Name}() => {constants[0].Name} = {Constant(types, constants[0])};");
        return true;
    }

    private static string Constant(TypeSyntax types, PropertyModel property) => property.Type.Kind switch
    {
        TypeKind.String => CSharpText.Literal(property.Constant!),
        TypeKind.Enum => $"new {types.NotNull(property.Type)}({CSharpText.Literal(property.Constant!)})",
        TypeKind.IntegerEnum => $"new {types.NotNull(property.Type)}({Integer(property.Constant!)})",
        TypeKind.Int32 or TypeKind.Int64 => Integer(property.Constant!),
        _ => property.Constant!.ToLowerInvariant(),
    };

    private static string Integer(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
