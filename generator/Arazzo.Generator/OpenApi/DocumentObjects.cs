using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>What the nodes of a document were read into, by block.</summary>
internal sealed class DocumentObjects
{
    private readonly Dictionary<TextBlock, BlockObjects> _blocks = [];
    private readonly BlockObjects _others = new();

    /// <summary>The objects of a block, or of all that is in none; null when there are none yet.</summary>
    public BlockObjects? Find(TextBlock? block) => block is null ? _others : _blocks.TryGetValue(block, out var found) ? found : null;

    public void Set(TextBlock block, BlockObjects objects) => _blocks[block] = objects;
}
