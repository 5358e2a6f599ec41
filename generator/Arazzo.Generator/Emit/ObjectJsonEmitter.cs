using System.Globalization;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how an object schema is read and written: a line for each property and direction.</summary>
internal static class ObjectJsonEmitter
{
    private const int BitsOfWord = 1 << 6;
    // A switch costs the compiler time that grows with the square of its length.
    private const int MostInSwitch = 256;

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        // Codecs are called by their names, which a property of the same name would hide.
        var types = TypeSyntax.Inside(model);
        writer.Line($"private static readonly JsonNames _names = new({string.Join(", ", model.Properties.Select(static property => CSharpText.Literal(property.JsonName)))});");
        writer.Line();
        Read(writer, types, model);
        writer.Line();
        Write(writer, types, model);
    }

    private static void Read(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        var required = RequiredWords(model);
        writer.Line(SourceFile.Hidden);
        using (writer.Block($"public {(model.Base is null ? "" : "new ")}static {model.Name} ReadJson(ref global::System.Text.Json.Utf8JsonReader json)"))
        {
            writer.Line("json.StartObject();");
            ReadDerived(writer, types, model);
            var defaults = model.Properties.Where(static property => property.MustBeSet || property.Constant is not null).Select(static property => $" {property.Name} = default!").ToList();
            writer.Line($"var value = new {model.Name}{(defaults.Count == 0 ? "()" : " {" + string.Join(",", defaults) + " }")};");
            foreach (var word in required)
            {
                writer.Line($"var seen{word.Key} = 0UL;");
            }
            if (model.AdditionalProperties is { } additional)
            {
                writer.Line($"global::System.Collections.Generic.Dictionary<string, {types.Type(additional)}>? additional = null;");
            }
            writer.Line("var index = -1;");
            var isSplit = model.Properties.Count > MostInSwitch;
            // With `var`, because a namespace may be called `_`.
            var isNull = isSplit || model.Properties.Any(static property => MayBeNull(property) && !property.Type.IsValueType) ? "var isNull" : "var _";
            using (writer.Block($"while (_names.Next(ref json, ref index, out {isNull}))"))
            using (writer.Block(isSplit ? "switch (index >> 6)" : "switch (index)"))
            {
                if (isSplit)
                {
                    for (var word = 0; word * BitsOfWord < model.Properties.Count; word++)
                    {
                        var seen = required.ContainsKey(word) ? $" seen{CSharpText.Number(word)} |= 1UL << index;" : "";
                        writer.Line($"case {CSharpText.Number(word)}: _read{CSharpText.Number(word)}(ref json, value, index, isNull);{seen} break;");
                    }
                }
                else
                {
                    ReadMembers(writer, types, model, 0, model.Properties.Count, areNoted: true);
                }
                writer.Line(model.AdditionalProperties is { } type
                    ? $"default: json.ReadAdditional{Arguments(types, type)}(ref additional); break;"
                    : "default: json.Skip(); break;");
            }
            foreach (var word in required)
            {
                var first = word.Key == 0 ? "" : $", {CSharpText.Number(word.Key * BitsOfWord)}";
                writer.Line($"_names.Require({CSharpText.Literal(model.Name)}, seen{word.Key}, {Bits(word.Value)}{first});");
            }
            if (model.AdditionalProperties is not null)
            {
                writer.Line("value.AdditionalProperties = additional;");
            }
            writer.Line("return value;");
        }
        for (var first = 0; model.Properties.Count > MostInSwitch && first < model.Properties.Count; first += BitsOfWord)
        {
            writer.Line();
            using (writer.Block($"private static void _read{CSharpText.Number(first / BitsOfWord)}(ref global::System.Text.Json.Utf8JsonReader json, {model.Name} value, int index, bool isNull)"))
            using (writer.Block("switch (index)"))
            {
                ReadMembers(writer, types, model, first, Math.Min(first + BitsOfWord, model.Properties.Count), areNoted: false);
            }
        }
    }

    private static void ReadMembers(SourceWriter writer, TypeSyntax types, ObjectModel model, int from, int to, bool areNoted)
    {
        for (var index = from; index < to; index++)
        {
            var property = model.Properties[index];
            var seen = areNoted && property.MustBeThere ? $" seen{CSharpText.Number(index / BitsOfWord)} |= {Bits(1UL << index % BitsOfWord)};" : "";
            writer.Line($"case {CSharpText.Number(index)}: value.{property.Name} = {ReadValue(types, property)};{seen} break;");
        }
    }

    private static void ReadDerived(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        var tagged = model.Derived.Where(static derived => !derived.Tags.IsEmpty).ToList();
        if (tagged.Count == 0 && model.DerivedByDefault is null)
        {
            return;
        }
        writer.Line($"var tag = json.Tag({CSharpText.Utf8Literal(model.Discriminator!)});");
        foreach (var derived in tagged)
        {
            writer.Line($"if ({string.Join(" || ", derived.Tags.Select(static tag => $"tag.Is({CSharpText.Utf8Literal(tag)})"))}) return {types.Codec(derived.Type)}.ReadJson(ref json);");
        }
        if (model.DerivedByDefault is { } other)
        {
            var own = model.Properties.FirstOrDefault(property => property.JsonName == model.Discriminator)?.Constant;
            writer.Line($"{(own is null ? "" : $"if (!tag.Is({CSharpText.Utf8Literal(own)})) ")}return {types.Codec(other)}.ReadJson(ref json);");
        }
    }

    /// <summary>For each 64 properties a bit for each that must be there.</summary>
    private static SortedDictionary<int, ulong> RequiredWords(ObjectModel model)
    {
        var words = new SortedDictionary<int, ulong>();
        for (var index = 0; index < model.Properties.Count; index++)
        {
            if (model.Properties[index].MustBeThere)
            {
                words.TryGetValue(index / BitsOfWord, out var word);
                words[index / BitsOfWord] = word | 1UL << index % BitsOfWord;
            }
        }
        return words;
    }

    private static string Bits(ulong bits) => "0x" + bits.ToString("X", CultureInfo.InvariantCulture);

    private static string ReadValue(TypeSyntax types, PropertyModel property)
    {
        var type = property.Type.NotNull();
        var codec = types.Codec(type);
        var read = (MayBeNull(property), type) switch
        {
            (false, _) => $"{codec}.ReadJson(ref json)",
            // What C# would have to find the type of from both sides of a condition, it reads twice.
            (true, { Kind: TypeKind.Enum or TypeKind.IntegerEnum }) => $"OrNullValueCodec<{codec}, {codec}>.ReadJson(ref json)",
            (true, { IsValueType: true }) => $"{codec}.ReadOrNull(ref json)",
            _ => $"isNull ? null : {codec}.ReadJson(ref json)",
        };
        // C# converts no interface to another type by itself, and lists and maps are interfaces.
        return property.IsOptionalAndNullable ? $"new({read})" : read;
    }

    // Null is one of the values of "any JSON".
    private static bool MayBeNull(PropertyModel property) => property.Type.Kind != TypeKind.Any && property is not { IsRequired: true, Type.IsNullable: false };

    private static void Write(SourceWriter writer, TypeSyntax types, ObjectModel model)
    {
        writer.Line(SourceFile.Hidden);
        using (writer.Block($"public static void WriteJson(global::System.Text.Json.Utf8JsonWriter json, {model.Name} value)"))
        {
            foreach (var (derived, index) in model.Derived.Select(static (derived, index) => (derived, CSharpText.Number(index))))
            {
                writer.Line($"if (value is {types.NotNull(derived.Type)} derived{index}) {{ {types.Codec(derived.Type)}.WriteJson(json, derived{index}); return; }}");
            }
            writer.Line("json.WriteStartObject();");
            for (var index = 0; index < model.Properties.Count; index++)
            {
                writer.Line(WriteProperty(types, model.Properties[index], CSharpText.Number(index)));
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

    private static string WriteProperty(TypeSyntax types, PropertyModel property, string index)
    {
        var value = "value." + property.Name;
        if (property.IsOptionalAndNullable)
        {
            return $"if ({value}.IsPresent) {{ {WriteValue(types, property.Type, index, value + ".Value")} }}";
        }
        var mayBeUnset = property.HasField || (property.IsRequired && (property.IsReadOnly || (property.IsWriteOnly && !property.Type.IsNullable && !property.Type.IsValueType)));
        return property.IsRequired && !mayBeUnset
            ? WriteValue(types, property.Type, index, value)
            : WriteUnlessNull(types, property.Type.NotNull(), index, property.HasField ? "value._" + property.Name : value);
    }

    private static string WriteValue(TypeSyntax types, TypeReference type, string index, string value) =>
        HasMethod(type) && (type.Kind == TypeKind.String || !type.IsNullable)
            ? $"_names.Write{type.Kind}(json, {index}, {value});"
            : $"_names.WriteName(json, {index}); {types.Codec(type)}.WriteJson(json, {value});";

    private static string WriteUnlessNull(TypeSyntax types, TypeReference type, string index, string value) => type switch
    {
        _ when HasMethod(type) => $"_names.Write{type.Kind}UnlessNull(json, {index}, {value});",
        { IsValueType: true } => $"_names.WriteValueUnlessNull{types.Arguments(type)}(json, {index}, {value});",
        _ => $"if (_names.WriteNameUnlessNull(json, {index}, {value})) {types.Codec(type)}.WriteJson(json, {value});",
    };

    // What the writer itself can do in one call. It throws for doubles that JSON has not, before it has written the name that tells which.
    private static bool HasMethod(TypeReference type) => type.Kind is TypeKind.String or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Decimal
        or TypeKind.Boolean or TypeKind.DateTimeOffset or TypeKind.Guid;
}
