using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>What was read already: of this version of the document, and of the last one where that is as good.</summary>
internal sealed partial class OpenApiReader
{
    // What the document was read into, when this reader is not the one that reads it.
    private readonly DocumentObjects? _known;
    private readonly DocumentObjects _objects = new();
    // The last version of the document.
    private readonly DocumentObjects? _previous;
    // The blocks that are being read, the innermost last.
    private readonly List<BlockObjects> _reading = [];

    private T GetOrRead<T>(Node node, Func<BlockObjects, Dictionary<Node, T>> kind, Func<Node, T> read) where T : OpenApiObject
    {
        if (_known?.Find(node.Range.Block) is { } known && kind(known).TryGetValue(node, out var found))
        {
            return found;
        }
        var objects = Objects(node.Range.Block);
        if (kind(objects).TryGetValue(node, out found))
        {
            return found;
        }
        objects = Own(node.Range.Block!, objects);
        found = Watch(objects, read, node);
        kind(objects)[node] = found;
        return found;
    }

    /// <summary>The path item of an entry of <c>paths</c>.</summary>
    private OpenApiPathItem GetOrReadPathItem(ScalarNode key, Node node, bool isTemplate)
    {
        var objects = Objects(key.Range.Block);
        if (key.Range.Block is null || objects.PathItem is null)
        {
            objects = Own(key.Range.Block, objects);
            var item = Watch(objects, node => ReadPathItem(node, key.Text, key, isTemplate), node);
            objects.PathItem = item;
            return item;
        }
        return objects.PathItem;
    }

    private T Watch<T>(BlockObjects objects, Func<Node, T> read, Node node)
    {
        var count = Diagnostics.Count;
        var isOuter = _reading.Count == 0 || _reading[_reading.Count - 1] != objects;
        if (isOuter)
        {
            _reading.Add(objects);
        }
        var result = read(node);
        if (isOuter)
        {
            _reading.RemoveAt(_reading.Count - 1);
        }
        objects.HasFaults |= Diagnostics.Count > count;
        return result;
    }

    /// <summary>The objects of a block, with those of the last version if they would come to the same.</summary>
    private BlockObjects Objects(TextBlock? block)
    {
        if (_objects.Find(block) is { } found)
        {
            return found;
        }
        if (_previous?.Find(block) is { HasFaults: false } last && last.Targets.All(target => Find(target.Key) == target.Value))
        {
            last.IsShared = true;
            _objects.Set(block!, last);
            return last;
        }
        var objects = new BlockObjects();
        _objects.Set(block!, objects);
        return objects;
    }

    /// <summary>Objects that can be added to.</summary>
    private BlockObjects Own(TextBlock? block, BlockObjects objects)
    {
        if (!objects.IsShared)
        {
            return objects;
        }
        var copy = objects.Copy();
        _objects.Set(block!, copy);
        return copy;
    }

    /// <summary>What a reference inside this document leads to; null when it leaves it or leads nowhere, which is for Binding to say.</summary>
    private Node? ResolveHere(OpenApiReference reference)
    {
        var target = Find(reference);
        foreach (var objects in _reading)
        {
            objects.Targets[reference] = target;
        }
        return target;
    }

    private Node? Find(OpenApiReference reference) =>
        _root is not null && reference.Document.Length == 0 && JsonPointer.TryParseFragment(reference.Fragment, out var pointer) ? pointer.Resolve(_root) : null;
}
