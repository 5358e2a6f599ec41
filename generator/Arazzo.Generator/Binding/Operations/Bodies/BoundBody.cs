using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>A way to send an operation's body.</summary>
/// <param name="Suffix">What its variant adds to the operation's name: <c>AsForm</c>; empty for the first.</param>
/// <param name="Model">The body; null for none.</param>
internal sealed record BoundBody(string Suffix, BodyModel? Model)
{
    public static BoundBody None { get; } = new("", null);
}
