using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Kinds of JSON values, any number of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum JsonKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The value <c>null</c>.</summary>
    Null = 1,

    /// <summary>The values <c>true</c> and <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>Numbers.</summary>
    Number = 4,

    /// <summary>Strings.</summary>
    String = 8,

    /// <summary>Arrays.</summary>
    Array = 16,

    /// <summary>Objects.</summary>
    Object = 32,

    /// <summary>All of them.</summary>
    Any = Null | Boolean | Number | String | Array | Object,
}

/// <summary>The kind of the value that a token begins.</summary>
internal static class JsonKindsExtensions
{
    public static JsonKinds Kind(this JsonTokenType token) => token switch
    {
        JsonTokenType.Null => JsonKinds.Null,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.StartObject => JsonKinds.Object,
        _ => JsonKinds.None,
    };
}
