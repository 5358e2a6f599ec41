using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides what bodies of text are: a number, a date, an enum or another single value, as its text says it; else a string.</summary>
internal static class TextTypes
{
    /// <summary>The type of a text whose schema has <paramref name="type"/>, or no schema at all.</summary>
    public static TypeReference Of(TypeTable types, TypeReference? type) =>
        type is not null && (IsSingle(type) || types.FindUnion(type) is { } union && union.Cases.All(static item => IsSingle(item.Type) && item.Type.Kind != TypeKind.Bytes))
            ? type
            : TypeReference.String;

    /// <summary>The type of a text. Objects and arrays have no text, and nothing is bound that nobody would use.</summary>
    public static TypeReference Of(BindingContext context, TypeTable types, Located<OpenApiMediaType> media, string name) =>
        media.Value.Schema is { } reference && media.With(reference) is var schema && (new SchemaKinds(context).Of(schema) & (JsonKinds.Object | JsonKinds.Array)) == 0
            ? Of(types, types.Bind(schema, name))
            : TypeReference.String;

    private static bool IsSingle(TypeReference type) => type.IsScalar || type.Kind == TypeKind.IntegerEnum;
}
