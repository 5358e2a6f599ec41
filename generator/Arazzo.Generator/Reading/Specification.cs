namespace Arazzo.Generator.Reading;

/// <summary>A file that could be read, before anybody looked at what it says.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">The value of <c>openapi</c> or <c>arazzo</c>; null for a fragment and for an OpenAPI document that does not say it. Its scalar gives the place.</param>
/// <param name="Root">The whole of it.</param>
internal sealed record Specification(string Path, SpecificationKind Kind, ScalarNode? Version, MappingNode Root);
