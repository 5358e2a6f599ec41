namespace Arazzo.Generator.Model;

/// <summary>What a schema demands of a value beyond its type.</summary>
/// <param name="Rules">The keywords in the order of the specification.</param>
/// <param name="Element">What it demands of the elements of a list, or the values of a map.</param>
/// <param name="IsNested">Whether the value is a model that has demands of its own, or a union that may hold one.</param>
internal sealed record ValidationModel(EquatableArray<ValidationRule> Rules, ValidationModel? Element = null, bool IsNested = false)
{
    public bool HasRules => Rules.Count > 0 || Element is { HasRules: true };
}

/// <summary>A keyword and its value: a number as C# writes it, or a pattern as .NET reads it.</summary>
internal sealed record ValidationRule(string Keyword, string Value);
