namespace Arazzo.Generator.Model;

/// <summary>A property of an <see cref="ObjectModel"/>.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type; <see cref="TypeReference.IsNullable"/> when null is a value of it.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Documentation">Its description.</param>
/// <param name="Default">What the server takes it for when it is absent, as JSON, for the documentation.</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
internal sealed record PropertyModel(
    string JsonName,
    string Name,
    TypeReference Type,
    bool IsRequired,
    string? Documentation,
    string? Default,
    bool IsDeprecated)
{
    /// <summary>Whether absent and null are two things, which <c>Optional&lt;T?&gt;</c> keeps apart.</summary>
    public bool IsOptionalAndNullable => !IsRequired && Type.IsNullable;
}
