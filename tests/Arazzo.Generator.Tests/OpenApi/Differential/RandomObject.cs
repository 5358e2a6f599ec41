namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>An object without a class.</summary>
/// <param name="Properties">The values of the declared properties in their order; <see cref="Absent"/> for those that are not there.</param>
/// <param name="Others">The JSON of members without a declaration.</param>
internal sealed record RandomObject(object?[] Properties, Dictionary<string, string> Others)
{
    /// <summary>Stands for a property that is not there.</summary>
    public static readonly object Absent = new();
}
