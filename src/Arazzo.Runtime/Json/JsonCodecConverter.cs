using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Lets <see cref="JsonSerializer"/>, and a user's own <see cref="JsonSerializerContext"/>, read and write a generated type.</summary>
/// <typeparam name="T">The generated type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCodecConverter<T> : JsonConverter<T>
    where T : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.ReadJson(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var json = new JsonOutput(writer.Options.Encoder);
        T.WriteJson(json, value);
        writer.WriteRawValue(json.Written, skipInputValidation: true);
    }
}
