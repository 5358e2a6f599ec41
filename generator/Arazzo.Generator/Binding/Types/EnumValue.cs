namespace Arazzo.Generator.Binding.Types;

/// <summary>A value of an enum, and what the document says of it.</summary>
/// <param name="Text">The value.</param>
/// <param name="Name">What the document calls it, if it does.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record EnumValue(string Text, string? Name = null, string? Documentation = null);
