using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>
/// An object of an Arazzo document, in the words of the specification. A string field is the <see cref="ScalarNode"/> it was read from,
/// so that a diagnostic can point at the very <c>stepId: x</c>; a field of any type stays a <see cref="Reading.Node"/>.
/// </summary>
internal abstract class ArazzoObject
{
    public required MappingNode Node { get; init; }

    public TextRange Range => Node.Range;
}
