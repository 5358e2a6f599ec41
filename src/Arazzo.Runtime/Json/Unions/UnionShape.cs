using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What tells an object of one case from those of the others: its properties as far as they differ.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionShape
{
    /// <summary>Describes a case.</summary>
    /// <param name="index">The number of the case.</param>
    /// <param name="required">Properties that are always there: <c>string|null name</c>, the kinds of their values before their names.</param>
    /// <param name="optional">Properties that may be there, in the same form.</param>
    public UnionShape(int index, string[] required, string[] optional)
    {
        Index = index;
        Required = Array.ConvertAll(required, Parse);
        Optional = Array.ConvertAll(optional, Parse);
    }

    /// <summary>The kinds of the values of all other properties, when the object is a map; none when it is not.</summary>
    public JsonKinds Values { get; init; }

    /// <summary>Properties that have one of few strings, integers or booleans as their value: the name and the text of each.</summary>
    public (string Name, string Text)[] Constants { get; init; } = [];

    internal int Index { get; }

    internal (JsonKinds Kinds, string Name)[] Required { get; }

    internal (JsonKinds Kinds, string Name)[] Optional { get; }

    private static (JsonKinds Kinds, string Name) Parse(string property)
    {
        var space = property.IndexOf(' ', StringComparison.Ordinal);
        var kinds = JsonKinds.None;
        foreach (var range in property.AsSpan(0, space).Split('|'))
        {
            kinds |= property.AsSpan(0, space)[range] switch
            {
                "null" => JsonKinds.Null,
                "boolean" => JsonKinds.Boolean,
                "number" => JsonKinds.Number,
                "string" => JsonKinds.String,
                "array" => JsonKinds.Array,
                "object" => JsonKinds.Object,
                _ => JsonKinds.Any,
            };
        }
        return (kinds, property[(space + 1)..]);
    }
}
