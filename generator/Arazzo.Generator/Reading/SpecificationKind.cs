namespace Arazzo.Generator.Reading;

/// <summary>What a file is, by the keys of its root.</summary>
internal enum SpecificationKind
{
    /// <summary>None of the others: a file of schemas or responses that other documents may refer to.</summary>
    Fragment,
    OpenApi,
    Arazzo,
}
