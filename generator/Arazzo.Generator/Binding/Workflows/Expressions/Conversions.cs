using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Values as other types, where there is one reading.</summary>
internal static class Conversions
{
    /// <summary>The value as <paramref name="target"/>, nullable exactly when it is; null when the types clash.</summary>
    public static ValueModel? Convert(ValueModel value, TypeReference target)
    {
        var from = value.Type.NotNull();
        var to = target.NotNull();
        if (from == to || IsWidening(from.Kind, to.Kind))
        {
            return from == to ? value : new ConvertedValue(value.Type.IsNullable ? to.OrNull() : to, value);
        }
        // JSON may hold null wherever it may hold anything.
        return HasOneReading(from, to) ? new ConvertedValue(value.Type.IsNullable || from.Kind == TypeKind.Any ? to.OrNull() : to, value) : null;
    }

    /// <summary>What a type is, for a message.</summary>
    public static string Describe(TypeReference type) => type.Kind switch
    {
        TypeKind.Any => "any JSON",
        TypeKind.String => "a string",
        TypeKind.Boolean => "a boolean",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 => "an integer",
        TypeKind.Single or TypeKind.Double or TypeKind.Decimal => "a number",
        TypeKind.DateTimeOffset => "a date and time",
        TypeKind.DateOnly => "a date",
        TypeKind.TimeOnly => "a time",
        TypeKind.Duration => "a duration",
        TypeKind.Guid => "a UUID",
        TypeKind.Uri => "a URI",
        TypeKind.Bytes or TypeKind.Base64Url => "base64",
        TypeKind.Binary => "binary content",
        TypeKind.List => "an array",
        TypeKind.Map => "an object",
        TypeKind.Enum or TypeKind.IntegerEnum => $"the enum '{type.Name}'",
        TypeKind.Union => $"the union '{type.Name}'",
        _ => $"the object '{type.Name}'",
    };

    public static bool IsNumber(TypeKind kind) => kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal;

    /// <summary>Whether JSON has the type as a string.</summary>
    public static bool IsText(TypeKind kind) => kind is TypeKind.String or TypeKind.Enum or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly
        or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes or TypeKind.Base64Url or TypeKind.Binary;

    /// <summary>C# converts by itself.</summary>
    public static bool IsWidening(TypeKind from, TypeKind to) => (from, to) switch
    {
        (TypeKind.Int32, TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.Single) => true,
        (TypeKind.Int64, TypeKind.Double or TypeKind.Decimal or TypeKind.Single) => true,
        (TypeKind.UInt64, TypeKind.Double or TypeKind.Decimal or TypeKind.Single) => true,
        (TypeKind.Single, TypeKind.Double) => true,
        _ => false,
    };

    private static bool HasOneReading(TypeReference from, TypeReference to) =>
        from.Kind is TypeKind.Any or TypeKind.Union || to.Kind is TypeKind.Any or TypeKind.Union
        // A string is read as what the place wants, JSON text included; what JSON has as a string, or prints as one, is one.
        || from.Kind == TypeKind.String
        || (to.Kind == TypeKind.String && from.Kind is not (TypeKind.List or TypeKind.Map or TypeKind.Object))
        || (IsText(from.Kind) && IsText(to.Kind))
        || ((IsNumber(from.Kind) || from.Kind == TypeKind.IntegerEnum) && (IsNumber(to.Kind) || to.Kind == TypeKind.IntegerEnum))
        || (IsStructure(from.Kind) && IsStructure(to.Kind))
        || (from.Kind == TypeKind.List && to.Kind == TypeKind.List && HasOneReading(from.Argument!.NotNull(), to.Argument!.NotNull()))
        || from == to;

    private static bool IsStructure(TypeKind kind) => kind is TypeKind.Object or TypeKind.Map;
}
