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
    private const int MostKeptBytes = 1 << 16;

    private readonly JsonOutputPool _pool = new(MostKeptBytes);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return T.ReadJson(ref reader);
        }
        // The serializer sees one value without parts; it knows the path up to it, and no further.
        catch (JsonException exception) when (exception.LineNumber is null)
        {
            var path = JsonLocation.Find(start, reader.TokenStartIndex);
            throw new JsonException($"{exception.Message} It is {path} of {typeof(T).Name}.", start.CurrentDepth == 0 ? path : null, null, null, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var json = _pool.Rent(writer.Options.Encoder);
        T.WriteJson(json, value);
        if (writer.Options.Indented)
        {
            var reader = new Utf8JsonReader(json.Written, new JsonReaderOptions { MaxDepth = JsonDepth.Maximum });
            using var document = JsonDocument.ParseValue(ref reader);
            document.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(json.Written, skipInputValidation: true);
        }
        _pool.Return(json);
    }
}
