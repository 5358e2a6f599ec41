using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Arazzo Object, versions 1.0 and 1.1.</summary>
internal sealed class ArazzoDocument : ArazzoObject
{
    /// <summary>The field <c>arazzo</c>: 1.0.x or 1.1.x; the patch number means nothing.</summary>
    public required ScalarNode Version { get; init; }

    /// <summary>The document's own URI (1.1).</summary>
    public ScalarNode? Self { get; init; }

    public ArazzoInfo? Info { get; init; }

    /// <summary>Names are unique.</summary>
    public ImmutableArray<ArazzoSourceDescription> SourceDescriptions { get; init; } = [];

    /// <summary>Ids are unique.</summary>
    public ImmutableArray<ArazzoWorkflow> Workflows { get; init; } = [];

    /// <summary>Empty when the document has none.</summary>
    public required ArazzoComponents Components { get; init; }
}

/// <summary>The Info Object.</summary>
internal sealed class ArazzoInfo : ArazzoObject
{
    public ScalarNode? Title { get; init; }

    public ScalarNode? Summary { get; init; }

    public ScalarNode? Description { get; init; }

    public ScalarNode? Version { get; init; }
}

/// <summary>The Source Description Object.</summary>
internal sealed class ArazzoSourceDescription : ArazzoObject
{
    public required ScalarNode Name { get; init; }

    /// <summary>A URI reference.</summary>
    public required ScalarNode Url { get; init; }

    /// <summary>Null: to be told from the document that <see cref="Url"/> names.</summary>
    public ArazzoSourceType? Type { get; init; }
}

internal enum ArazzoSourceType
{
    OpenApi,
    Arazzo,
    AsyncApi,
}

/// <summary>The Components Object. Keys are unique; all lists may be empty.</summary>
internal sealed class ArazzoComponents
{
    /// <summary>JSON Schemas by key.</summary>
    public ImmutableArray<MappingEntry> Inputs { get; init; } = [];

    public ImmutableArray<ArazzoComponent<ArazzoParameter>> Parameters { get; init; } = [];

    public ImmutableArray<ArazzoComponent<ArazzoAction>> SuccessActions { get; init; } = [];

    public ImmutableArray<ArazzoComponent<ArazzoAction>> FailureActions { get; init; } = [];
}

/// <summary>An entry of a map of <see cref="ArazzoComponents"/>.</summary>
internal sealed record ArazzoComponent<T>(ScalarNode Key, T Value)
    where T : ArazzoObject;
