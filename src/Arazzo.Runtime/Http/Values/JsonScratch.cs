using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A value as JSON for those who take it apart, in an array that goes back to its pool when it is disposed.</summary>
internal readonly struct JsonScratch : IDisposable
{
    private const int MostKeptBytes = 1 << 16;

    private readonly JsonOutput _json;
    private readonly JsonOutputPool _outputs;

    private JsonScratch(JsonOutput json, JsonOutputPool outputs) => (_json, _outputs) = (json, outputs);

    /// <summary>As deep as <see cref="JsonOutput"/> writes.</summary>
    public static JsonReaderOptions ReaderOptions => new() { MaxDepth = JsonDepth.Maximum };

    /// <summary>The JSON in UTF-8, without white space.</summary>
    public ReadOnlySpan<byte> Written => _json.Written;

    public void Dispose() => _outputs.Return(_json);

    /// <summary>Keeps one array for a client.</summary>
    internal sealed class Pool
    {
        private readonly JsonOutputPool _outputs = new(MostKeptBytes);

        /// <summary>Writes a value, which may be null.</summary>
        public JsonScratch Write<T, TCodec>(T value)
            where TCodec : IJsonCodec<T>
        {
            // What comes of it is escaped as its place wants; nobody takes it for HTML.
            var json = _outputs.Rent(JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            TCodec.WriteJson(json, value);
            json.RequireWholeCharacters("body");
            return new JsonScratch(json, _outputs);
        }
    }
}
