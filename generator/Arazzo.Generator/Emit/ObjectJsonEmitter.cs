using System.Globalization;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how an object schema is read and written: a line for each property, which both ways take.</summary>
internal static class ObjectJsonEmitter
{
    private const int BitsOfWord = 1 << 6;
    // A switch costs the compiler time that grows with the square of its length.
    private const int MostInSwitch = 256;

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        var names = string.Concat(model.Properties.Select(static property => ", " + CSharpText.Literal(property.JsonName)));
        writer.Line($"private static readonly JsonNames _names = new({CSharpText.Literal(model.Name)}, {Required(model)}{names});");
        var unset = model.Properties.Where(static property => property.MustBeSet || property.Constant is not null).Select(static property => $" {property.Name} = default!").ToList();
        writer.Line($"static {model.Name} IJsonObject<{model.Name}>.New() => new(){(unset.Count == 0 ? "" : " {" + string.Join(",", unset) + " }")};");
        Members(writer, types, model);
        if (!model.Derived.IsEmpty)
        {
            ReadDerived(writer, types, model);
            writer.Line();
            WriteDerived(writer, types, model);
        }
    }

    private static void ReadDerived(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        var tagged = model.Derived.Where(static derived => !derived.Tags.IsEmpty).ToList();
        if (tagged.Count == 0 && model.DerivedByDefault is null)
        {
            return;
        }
        writer.Line();
        using (writer.Block($"static {model.Name} IJsonCodec<{model.Name}>.ReadJson(ref global::System.Text.Json.Utf8JsonReader json)"))
        {
            writer.Line("json.StartObject();");
            writer.Line($"var tag = json.Tag({CSharpText.Utf8Literal(model.Discriminator!)});");
            foreach (var derived in tagged)
            {
                writer.Line($"if ({string.Join(" || ", derived.Tags.Select(static tag => $"tag.Is({CSharpText.Utf8Literal(tag)})"))}) return json.Read{types.CodecArguments(derived.Type)}();");
            }
            if (model.DerivedByDefault is { } other)
            {
                var own = model.Properties.FirstOrDefault(property => property.JsonName == model.Discriminator)?.Constant;
                writer.Line($"{(own is null ? "" : $"if (!tag.Is({CSharpText.Utf8Literal(own)})) ")}return json.Read{types.CodecArguments(other)}();");
                if (own is null)
                {
                    return;
                }
            }
            writer.Line($"return json.ReadObject<{model.Name}>();");
        }
    }

    private static void WriteDerived(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        using (writer.Block($"static void IJsonCodec<{model.Name}>.WriteJson(JsonOutput json, {model.Name} value)"))
        {
            foreach (var (derived, index) in model.Derived.Select(static (derived, index) => (derived, CSharpText.Number(index))))
            {
                writer.Line($"if (value is {types.NotNull(derived.Type)} derived{index}) {{ json.Write{types.CodecArguments(derived.Type)}(derived{index}); return; }}");
            }
            writer.Line("json.WriteObject(value);");
        }
    }

    private static void Members(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        var isSplit = model.Properties.Count > MostInSwitch;
        var additional = model.IsOpenObject ? null : model.AdditionalProperties;
        using (writer.Block($"static void IJsonObject<{model.Name}>.Members<TDirection>({model.Name} value, ref ObjectMembers<TDirection> json)"))
        {
            if (model.Properties.IsEmpty && additional is null)
            {
                writer.Line("while (json.Next(_names)) { }");
                return;
            }
            using (writer.Block($"while (json.Next(_names)) switch (json.Index{(isSplit ? " >> 6" : "")})"))
            {
                if (isSplit)
                {
                    for (var word = 0; word * BitsOfWord < model.Properties.Count; word++)
                    {
                        writer.Line($"case {CSharpText.Number(word)}: _members{CSharpText.Number(word)}(value, ref json); break;");
                    }
                }
                else
                {
                    Members(writer, types, model, 0, model.Properties.Count);
                }
                if (additional is not null)
                {
                    writer.Line($"default: value.AdditionalProperties = json.Additional{(additional.Kind == TypeKind.Any ? "" : types.Arguments(additional))}(value.AdditionalProperties); break;");
                }
            }
        }
        for (var first = 0; isSplit && first < model.Properties.Count; first += BitsOfWord)
        {
            writer.Line();
            using (writer.Block($"private static void _members{CSharpText.Number(first / BitsOfWord)}<TDirection>({model.Name} value, ref ObjectMembers<TDirection> json) where TDirection : struct"))
            using (writer.Block("switch (json.Index)"))
            {
                Members(writer, types, model, first, Math.Min(first + BitsOfWord, model.Properties.Count));
            }
        }
    }

    private static void Members(SourceWriter writer, TypeSyntax types, ObjectModel model, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var property = model.Properties[index];
            var place = property.HasField ? "_" + property.Name : property.Name;
            var method = Method(types, property);
            // What is not set yet is null, whatever the type of the property says.
            var isNull = !property.Type.IsNullable && method.StartsWith("ItemUnlessUnset", StringComparison.Ordinal) ? "!" : "";
            writer.Line($"case {CSharpText.Number(index)}: value.{place} = json.{method}(value.{place}){isNull}; break;");
        }
    }

    /// <summary>The method that hands out the value of a property, with its type arguments.</summary>
    private static string Method(TypeSyntax types, PropertyModel property)
    {
        var type = property.Type;
        if (property.IsOptionalAndNullable)
        {
            return "OptionalOrNull" + types.Arguments(type);
        }
        if (property.HasField)
        {
            return "ValueUnlessUnset" + types.Arguments(type);
        }
        // What only answers have, or only requests, the other side never sets.
        var mayBeUnset = property.IsRequired && (property.IsReadOnly || (property.IsWriteOnly && !type.IsNullable)) && !(type.IsValueType && !type.IsNullable);
        if (mayBeUnset && !type.IsNullable)
        {
            return "ItemUnlessUnset" + types.Arguments(type);
        }
        var otherwise = type.IsValueType ? "Value" : "Item";
        if (!property.IsRequired || mayBeUnset)
        {
            return "Optional" + Method(types, type.NotNull(), otherwise);
        }
        return !type.IsNullable ? Method(types, type, "Item") : type.Kind == TypeKind.String ? "NullableString" : $"Nullable{otherwise}{types.CodecArguments(type.NotNull())}";
    }

    private static string Method(TypeSyntax types, TypeReference type, string otherwise) => type.Kind switch
    {
        TypeKind.String or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Decimal or TypeKind.Boolean or TypeKind.Double
            or TypeKind.DateTimeOffset or TypeKind.Guid or TypeKind.Uri or TypeKind.Any => type.Kind.ToString(),
        TypeKind.List or TypeKind.Map => type.Kind + types.CodecArguments(type.Argument!),
        _ => otherwise + types.CodecArguments(type),
    };

    /// <summary>A bit for each property that must be there, in words of 64.</summary>
    private static string Required(ObjectModel model)
    {
        var words = new ulong[Math.Max(1, (model.Properties.Count + BitsOfWord - 1) / BitsOfWord)];
        for (var index = 0; index < model.Properties.Count; index++)
        {
            if (model.Properties[index].MustBeThere)
            {
                words[index / BitsOfWord] |= 1UL << index % BitsOfWord;
            }
        }
        var texts = words.Select(static word => "0x" + word.ToString("X", CultureInfo.InvariantCulture)).ToList();
        return texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
    }
}
