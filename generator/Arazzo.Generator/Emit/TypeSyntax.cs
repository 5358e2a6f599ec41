using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>
/// Types and codecs as C# writes them in a file of <paramref name="namespace"/>. Codecs are named without their namespace, which the file imports
/// and whose names no emitted type takes (see Binding/Names/TypeNames).
/// </summary>
/// <param name="namespace">The file's namespace.</param>
/// <param name="hidden">Names that mean something else in the place, such as those of properties: types of such a name are qualified.</param>
internal readonly struct TypeSyntax(string @namespace, ICollection<string>? hidden = null)
{
    /// <summary>Types as the code of a class writes them, where its members come before types of their names.</summary>
    public static TypeSyntax Inside(ObjectModel model) =>
        new(model.Namespace, new HashSet<string>(model.Properties.Select(static property => property.Name), StringComparer.Ordinal) { "AdditionalProperties", "Validate" });

    /// <summary>The type, with its question mark if it is nullable.</summary>
    public string Type(TypeReference type) => type.IsNullable ? NotNull(type) + "?" : NotNull(type);

    /// <summary>The type of a property, which says whether it may be absent, null, both or neither.</summary>
    public string Property(PropertyModel property)
    {
        if (property.IsOptionalAndNullable)
        {
            return $"global::Arazzo.Runtime.Optional<{Type(property.Type)}>";
        }
        return Type(property.IsRequired ? property.Type : property.Type.OrNull());
    }

    /// <summary>The type without a question mark.</summary>
    public string NotNull(TypeReference type) => type.Kind switch
    {
        TypeKind.Any => "global::System.Text.Json.JsonElement",
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.UInt64 => "ulong",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.DateTimeOffset => "global::System.DateTimeOffset",
        TypeKind.DateOnly => "global::System.DateOnly",
        TypeKind.TimeOnly => "global::System.TimeOnly",
        TypeKind.Duration => "global::Arazzo.Runtime.Duration",
        TypeKind.Guid => "global::System.Guid",
        TypeKind.Uri => "global::System.Uri",
        TypeKind.Bytes or TypeKind.Base64Url => "byte[]",
        TypeKind.Binary => "global::Arazzo.Runtime.BinaryContent",
        TypeKind.List => $"global::System.Collections.Generic.IReadOnlyList<{Type(type.Argument!)}>",
        TypeKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Type(type.Argument!)}>",
        TypeKind.Stream => "global::System.IO.Stream",
        TypeKind.Items => $"global::System.Collections.Generic.IAsyncEnumerable<{Type(type.Argument!)}>",
        TypeKind.Sequence => $"global::Arazzo.Runtime.ApiStream<{Type(type.Argument!)}>",
        TypeKind.Events => $"global::Arazzo.Runtime.ApiStream<global::Arazzo.Runtime.ServerSentEvent<{Type(type.Argument!)}>>",
        _ => Named(type),
    };

    /// <summary>The codec, which reads and writes null when the type is nullable.</summary>
    public string Codec(TypeReference type)
    {
        var codec = NotNullCodec(type);
        if (!type.IsNullable)
        {
            return codec;
        }
        var name = type.IsValueType ? "OrNullValueCodec" : "OrNullCodec";
        return $"{name}<{NotNull(type)}, {codec}>";
    }

    /// <summary>The two type arguments, type and codec, that the runtime's JSON methods take.</summary>
    public string Arguments(TypeReference type) => $"<{Type(type)}, {Codec(type)}>";

    /// <summary>The same, or the type alone when it is its own codec.</summary>
    public string CodecArguments(TypeReference type) =>
        !type.IsNullable && type.Kind is TypeKind.Object or TypeKind.Enum or TypeKind.IntegerEnum or TypeKind.Union ? $"<{Named(type)}>" : Arguments(type);

    /// <summary>A type of this document as an expression can name it, which a property of the same name does not hide.</summary>
    public static string Qualified(TypeReference type) => Qualified(type.Namespace!, type.Name!);

    public static string Qualified(string @namespace, string name) => @namespace.Length == 0 ? $"global::{name}" : $"global::{@namespace}.{name}";

    private string Named(TypeReference type) => type.Namespace == @namespace && hidden?.Contains(type.Name!) != true ? type.Name! : Qualified(type);

    private string NotNullCodec(TypeReference type) => type.Kind switch
    {
        TypeKind.Object or TypeKind.Enum or TypeKind.IntegerEnum or TypeKind.Union => Named(type),
        TypeKind.List => "ListCodec" + Arguments(type.Argument!),
        TypeKind.Map => "MapCodec" + Arguments(type.Argument!),
        _ => $"{type.Kind}Codec",
    };
}
