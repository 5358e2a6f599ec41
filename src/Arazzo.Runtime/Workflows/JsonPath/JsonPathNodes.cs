using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// The nodes that a JSONPath query (RFC 9535) selects: a method for each segment. Nothing is evaluated before it is asked for, and nothing recurses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonPathNodes
{
    private readonly IEnumerable<JsonElement>? _nodes;

    private JsonPathNodes(IEnumerable<JsonElement> nodes) => _nodes = nodes;

    /// <summary>Whether anything is selected.</summary>
    public bool Any => First is not null;

    /// <summary>The number of nodes: the function <c>count</c>.</summary>
    public int Count => Nodes.Count();

    /// <summary>The first node; null when nothing is selected.</summary>
    public JsonElement? First
    {
        get
        {
            foreach (var node in Nodes)
            {
                return node;
            }
            return null;
        }
    }

    /// <summary>The only node; null when there are none or several.</summary>
    public JsonElement? Only
    {
        get
        {
            JsonElement? only = null;
            foreach (var node in Nodes)
            {
                if (only is not null)
                {
                    return null;
                }
                only = node;
            }
            return only;
        }
    }

    /// <summary>The only node, or nothing: the function <c>value</c>.</summary>
    public JsonPathValue Value => JsonPathValue.Of(Only);

    internal IEnumerable<JsonElement> Nodes => _nodes ?? [];

    /// <summary>The root of a query.</summary>
    /// <param name="root">The value; null or undefined for nothing.</param>
    /// <returns>The value as the only node.</returns>
    public static JsonPathNodes Of(JsonElement? root) => root is { ValueKind: not JsonValueKind.Undefined } node ? new([node]) : default;

    /// <summary>Selects by a name (RFC 9535, section 2.3.1).</summary>
    /// <param name="name">The name of a member.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Child(string name) => new(JsonPathSelectors.Child(Nodes, name));

    /// <summary>Selects by an index (section 2.3.3).</summary>
    /// <param name="index">Counted from 0; from the end when negative.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Child(long index) => new(JsonPathSelectors.Child(Nodes, index));

    /// <summary>Selects by a value that is known only now.</summary>
    /// <param name="key">A string: the name of a member; a whole number: an index.</param>
    /// <returns>The nodes; none when it is neither.</returns>
    public JsonPathNodes Child(JsonPathValue key) => key.AsName is { } name ? Child(name) : key.AsIndex is { } index ? Child(index) : default;

    /// <summary>Selects all children (section 2.3.2).</summary>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Children() => new(JsonPathSelectors.Children(Nodes));

    /// <summary>Selects a slice (section 2.3.4).</summary>
    /// <param name="start">The first index, or null.</param>
    /// <param name="end">The index after the last, or null.</param>
    /// <param name="step">The distance; backwards when negative.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Slice(long? start, long? end, long step = 1) => new(JsonPathSelectors.Slice(Nodes, start, end, step));

    /// <summary>Selects the children that a condition holds for (section 2.3.5).</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Where(Func<JsonPathValue, bool> condition) => new(JsonPathSelectors.Where(JsonPathSelectors.Children(Nodes), condition));

    /// <summary>Selects the nodes themselves that a condition holds for.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes If(Func<JsonPathValue, bool> condition) => new(JsonPathSelectors.Where(Nodes, condition));

    /// <summary>Selects the nodes and all below them, each before what is below it (section 2.5.2).</summary>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Descendants() => new(JsonPathSelectors.Descendants(Nodes));

    /// <summary>Selects by several selectors: for each node what the first one selects, then what the second one does, and so on (section 2.5.1).</summary>
    /// <param name="selectors">What each makes of one node.</param>
    /// <returns>The nodes.</returns>
    public JsonPathNodes Each(params Func<JsonPathNodes, JsonPathNodes>[] selectors) => new(JsonPathSelectors.Each(Nodes, selectors));

    /// <summary>The nodes as a JSON array.</summary>
    /// <returns>The array; empty when nothing is selected.</returns>
    public JsonElement ToArray() => WorkflowJson.Array(Nodes);
}
