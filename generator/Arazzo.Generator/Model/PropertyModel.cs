using System.Globalization;

namespace Arazzo.Generator.Model;

/// <summary>A property of an <see cref="ObjectModel"/>.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type; <see cref="TypeReference.IsNullable"/> when null is a value of it.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Documentation">Its description.</param>
/// <param name="Default">What the server takes it for when it is absent, as JSON, for the documentation.</param>
/// <param name="Example">A short example, as JSON, for the documentation.</param>
/// <param name="IsReadOnly">Whether only answers have it: a request leaves it out, required or not.</param>
/// <param name="IsWriteOnly">Whether only requests have it: an answer leaves it out, required or not.</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
/// <param name="Validation">What <c>Validate</c> checks of it; null for nothing.</param>
internal sealed record PropertyModel(
    string JsonName,
    string Name,
    TypeReference Type,
    bool IsRequired,
    string? Documentation,
    string? Default,
    string? Example,
    bool IsReadOnly,
    bool IsWriteOnly,
    bool IsDeprecated,
    ValidationModel? Validation = null)
{
    /// <summary>The one value that it can have, which it has by itself: a string's characters, else as JSON writes it. Null when it can have several.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether a value of a discriminator can be its constant.</summary>
    public bool CanBe(string tag) => Type.Kind switch
    {
        TypeKind.String or TypeKind.Enum => true,
        TypeKind.Boolean => tag is "true" or "false",
        TypeKind.Int32 => int.TryParse(tag, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TypeKind.Int64 or TypeKind.IntegerEnum => long.TryParse(tag, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    /// <summary>Whether it is a discriminator that derived classes set, and of which no value stands for the class itself.</summary>
    public bool IsSetByDerived { get; init; }

    /// <summary>Whether its values are secrets: <c>format: password</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the base class declares it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether absent and null are two things, which <c>Optional&lt;T?&gt;</c> keeps apart.</summary>
    public bool IsOptionalAndNullable => !IsRequired && Type.IsNullable;

    /// <summary>Whether who makes a value must give it.</summary>
    public bool MustBeSet => IsRequired && !IsReadOnly && !IsSetByDerived && Constant is null;

    /// <summary>Whether JSON without it is wrong.</summary>
    public bool MustBeThere => IsRequired && !Type.IsNullable && !IsWriteOnly;

    /// <summary>Whether a field tells that the struct is not set, for the property itself is not nullable.</summary>
    public bool HasField => IsRequired && IsReadOnly && Constant is null && !Type.IsNullable && Type.IsValueType;
}
