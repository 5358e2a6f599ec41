using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The keywords that restrict values without changing their type. Numbers are kept as text, for they may be of any size.</summary>
internal sealed class SchemaValidation
{
    public ScalarNode? Minimum { get; init; }

    public ScalarNode? Maximum { get; init; }

    public ScalarNode? ExclusiveMinimum { get; init; }

    public ScalarNode? ExclusiveMaximum { get; init; }

    public ScalarNode? MultipleOf { get; init; }

    public string? Pattern { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }
}
