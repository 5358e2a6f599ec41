namespace Arazzo.Generator.Model;

/// <summary>A C# type by name, so that models of recursive schemas stay finite and comparable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Namespace">Of an emitted type, else null.</param>
/// <param name="Name">Of an emitted type, else null.</param>
/// <param name="Argument">The element of a list, the value of a map, else null.</param>
/// <param name="IsNullable">Whether null is a value of the type, as in a list of <c>string?</c>.</param>
internal sealed record TypeReference(TypeKind Kind, string? Namespace = null, string? Name = null, TypeReference? Argument = null, bool IsNullable = false)
{
    public static TypeReference Any { get; } = new(TypeKind.Any);

    public static TypeReference String { get; } = new(TypeKind.String);

    public static TypeReference List(TypeReference element) => new(TypeKind.List, Argument: element);

    public static TypeReference Map(TypeReference value) => new(TypeKind.Map, Argument: value);

    /// <summary>Whether the C# type is a struct.</summary>
    public bool IsValueType => Kind switch
    {
        TypeKind.String or TypeKind.Uri or TypeKind.Bytes or TypeKind.Base64Url or TypeKind.Binary or TypeKind.List or TypeKind.Map or TypeKind.Object
            or TypeKind.Union or TypeKind.Stream or TypeKind.Sequence or TypeKind.Items or TypeKind.Events or TypeKind.Result => false,
        _ => true,
    };

    /// <summary>Whether its values are single ones, which have a text.</summary>
    public bool IsScalar => Kind is >= TypeKind.String and <= TypeKind.Bytes or TypeKind.Enum;

    /// <summary>The type as C# has it, which may be one for several forms in JSON.</summary>
    public TypeReference InCSharp() => Kind == TypeKind.Base64Url ? this with { Kind = TypeKind.Bytes } : Argument is null ? this : this with { Argument = Argument.InCSharp() };

    public TypeReference OrNull() => IsNullable ? this : this with { IsNullable = true };

    public TypeReference NotNull() => IsNullable ? this with { IsNullable = false } : this;
}
