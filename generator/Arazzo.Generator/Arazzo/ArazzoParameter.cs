using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Parameter Object.</summary>
internal sealed class ArazzoParameter : ArazzoObject
{
    public required ScalarNode Name { get; init; }

    /// <summary>Null for an input of a workflow.</summary>
    public ArazzoParameterLocation? In { get; init; }

    /// <summary>Any value, with runtime expressions in its strings; or the mapping of <see cref="Selector"/>.</summary>
    public required Node Value { get; init; }

    /// <summary>The value when it is a Selector Object (1.1).</summary>
    public ArazzoSelector? Selector { get; init; }
}

internal enum ArazzoParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string (1.1).</summary>
    QueryString,

    /// <summary>Only in 1.0.0.</summary>
    Body,
}
