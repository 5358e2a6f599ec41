using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Specifications;

/// <summary>What the project says about one specification: metadata of its <c>ApiSpec</c> item, else the project's property, else the default.</summary>
/// <param name="Namespace">The namespace of everything that is emitted from it, ready to print.</param>
/// <param name="Client">The name of the client's class, ready to print; null: named after the document.</param>
internal sealed record SpecificationOptions(string Namespace, string? Client, Emission Emit, Dialect Dialect, Visibility Visibility);

/// <summary>What is emitted.</summary>
internal enum Emission
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>The operations, and the types that they, webhooks and callbacks reach.</summary>
    Operations,

    /// <summary>What the project's workflows reach.</summary>
    Used,

    /// <summary>Nothing: its types come from a referenced assembly.</summary>
    None,
}
