using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A JSONPath query (RFC 9535).</summary>
/// <param name="IsRelative">Begins with <c>@</c>, the current node; else with <c>$</c>, the root.</param>
internal sealed record JsonPathQuery(bool IsRelative, EquatableArray<JsonPathSegment> Segments)
{
    /// <summary>Selects at most one node (section 2.3.5.1).</summary>
    public bool IsSingular
    {
        get
        {
            foreach (var segment in Segments)
            {
                if (segment.IsDescendant || segment.Selectors.Count != 1 || segment.Selectors[0] is not (NameSelector or IndexSelector or EmbeddedSelector))
                {
                    return false;
                }
            }
            return true;
        }
    }
}

/// <summary>A segment (section 2.5): its selectors in order.</summary>
internal sealed record JsonPathSegment(bool IsDescendant, EquatableArray<JsonPathSelector> Selectors);

/// <summary>A selector (section 2.3).</summary>
internal abstract record JsonPathSelector;

internal sealed record NameSelector(string Name) : JsonPathSelector;

internal sealed record WildcardSelector : JsonPathSelector;

/// <summary>From the end when negative.</summary>
internal sealed record IndexSelector(long Index) : JsonPathSelector;

internal sealed record SliceSelector(long? Start, long? End, long? Step) : JsonPathSelector;

internal sealed record FilterSelector(FilterExpression Expression) : JsonPathSelector;

/// <summary><c>['{$inputs.name}']</c> or <c>[{$inputs.index}]</c> (Arazzo): a name when the value is a string, an index when it is a whole number.</summary>
internal sealed record EmbeddedSelector(Template Template) : JsonPathSelector;
