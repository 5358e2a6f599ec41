using System.Text.Json;

namespace Arazzo.Runtime;

/// <summary>An object that keeps what the API's description does not name, so that a value that is read and sent back loses nothing.</summary>
public abstract class OpenObject
{
    /// <summary>The members that the API's description does not name; null when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
