using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The selectors of JSONPath over nodes, in the order of the document.</summary>
internal static class JsonPathSelectors
{
    public static IEnumerable<JsonElement> Child(IEnumerable<JsonElement> nodes, string name)
    {
        foreach (var node in nodes)
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var child))
            {
                yield return child;
            }
        }
    }

    public static IEnumerable<JsonElement> Child(IEnumerable<JsonElement> nodes, long index)
    {
        foreach (var node in nodes)
        {
            if (At(node, index) is { } child)
            {
                yield return child;
            }
        }
    }

    /// <summary>The element of an array; null when there is none.</summary>
    public static JsonElement? At(JsonElement node, long index)
    {
        if (node.ValueKind != JsonValueKind.Array)
        {
            return null;
        }
        var length = node.GetArrayLength();
        var position = index < 0 ? index + length : index;
        return position >= 0 && position < length ? node[(int)position] : null;
    }

    public static IEnumerable<JsonElement> Children(IEnumerable<JsonElement> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                {
                    yield return item;
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in node.EnumerateObject())
                {
                    yield return member.Value;
                }
            }
        }
    }

    public static IEnumerable<JsonElement> Where(IEnumerable<JsonElement> nodes, Func<JsonPathValue, bool> condition)
    {
        foreach (var node in nodes)
        {
            if (condition(JsonPathValue.Of(node)))
            {
                yield return node;
            }
        }
    }

    public static IEnumerable<JsonElement> Each(IEnumerable<JsonElement> nodes, Func<JsonPathNodes, JsonPathNodes>[] selectors)
    {
        foreach (var node in nodes)
        {
            foreach (var selector in selectors)
            {
                foreach (var selected in selector(JsonPathNodes.Of(node)).Nodes)
                {
                    yield return selected;
                }
            }
        }
    }

    public static IEnumerable<JsonElement> Descendants(IEnumerable<JsonElement> nodes)
    {
        // What is still to visit, the next one last.
        var pending = new List<JsonElement>();
        foreach (var root in nodes)
        {
            pending.Add(root);
            while (pending.Count > 0)
            {
                var node = pending[^1];
                pending.RemoveAt(pending.Count - 1);
                yield return node;
                var start = pending.Count;
                pending.AddRange(Children([node]));
                pending.Reverse(start, pending.Count - start);
            }
        }
    }

    public static IEnumerable<JsonElement> Slice(IEnumerable<JsonElement> nodes, long? start, long? end, long step)
    {
        foreach (var node in nodes)
        {
            if (node.ValueKind == JsonValueKind.Array && step != 0)
            {
                var slice = step > 0 ? Forwards(node, start ?? 0, end, step) : Backwards(node, start, end, step);
                foreach (var item in slice)
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Forwards(JsonElement array, long start, long? end, long step)
    {
        var length = array.GetArrayLength();
        var next = Math.Clamp(Normalize(start, length), 0, length);
        var upper = Math.Clamp(Normalize(end ?? length, length), 0, length);
        var index = 0L;
        foreach (var item in array.EnumerateArray())
        {
            if (index >= upper)
            {
                yield break;
            }
            if (index == next)
            {
                yield return item;
                next += step;
            }
            index++;
        }
    }

    private static IEnumerable<JsonElement> Backwards(JsonElement array, long? start, long? end, long step)
    {
        var items = array.EnumerateArray().ToArray();
        var upper = Math.Clamp(start is { } first ? Normalize(first, items.Length) : items.Length - 1, -1, items.Length - 1);
        var lower = Math.Clamp(end is { } last ? Normalize(last, items.Length) : -1, -1, items.Length - 1);
        for (var index = upper; index > lower; index += step)
        {
            yield return items[index];
        }
    }

    private static long Normalize(long index, long length) => index < 0 ? index + length : index;
}
