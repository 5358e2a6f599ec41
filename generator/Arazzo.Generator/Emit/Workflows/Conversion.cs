using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>How C# gets from one type to another.</summary>
internal static class Conversion
{
    /// <summary>A cast that loses nothing.</summary>
    public static bool IsImplicit(TypeKind from, TypeKind to) => (from, to) switch
    {
        (TypeKind.Int32, TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal) => true,
        (TypeKind.Int64, TypeKind.Single or TypeKind.Double or TypeKind.Decimal) => true,
        (TypeKind.UInt64, TypeKind.Single or TypeKind.Double or TypeKind.Decimal) => true,
        (TypeKind.Single, TypeKind.Double) => true,
        _ => from == to && from is not (TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Enum or TypeKind.IntegerEnum or TypeKind.Union),
    };

    public static bool IsNumber(TypeKind kind) => kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal;

    /// <summary>Anything becomes a string.</summary>
    public static bool IsToText(TypeReference from, TypeReference to) => to.Kind == TypeKind.String && from.Kind != TypeKind.String;

    /// <summary>JSON has it as a number, boolean, array or object.</summary>
    public static bool IsNoText(TypeKind kind) => kind is TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal
        or TypeKind.IntegerEnum or TypeKind.List or TypeKind.Map or TypeKind.Object;
}
