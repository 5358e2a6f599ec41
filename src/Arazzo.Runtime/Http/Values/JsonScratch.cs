using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A value as JSON for those who take it apart, in a buffer that goes back to its pool when it is disposed.</summary>
internal sealed class JsonScratch : IDisposable
{
    private const int MaxKeptBytes = 1 << 16;

    // What comes of it is escaped as its place wants; nobody takes it for HTML.
    private readonly JsonOutput _json = new(JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly Pool _pool;

    private JsonScratch(Pool pool) => _pool = pool;

    /// <summary>As deep as <see cref="JsonOutput"/> writes.</summary>
    public static JsonReaderOptions ReaderOptions => new() { MaxDepth = JsonDepth.Maximum };

    /// <summary>The JSON in UTF-8, without white space.</summary>
    public ReadOnlySpan<byte> Written => _json.Written;

    public void Dispose()
    {
        if (_json.Capacity <= MaxKeptBytes)
        {
            _json.Reset();
            _pool.Idle = this;
        }
    }

    /// <summary>Keeps one buffer for a client.</summary>
    internal sealed class Pool
    {
        private JsonScratch? _idle;

        internal JsonScratch Idle
        {
            set => _idle = value;
        }

        /// <summary>Writes a value, which may be null.</summary>
        public JsonScratch Write<T, TCodec>(T value)
            where TCodec : IJsonCodec<T>
        {
            var scratch = Interlocked.Exchange(ref _idle, null) ?? new JsonScratch(this);
            TCodec.WriteJson(scratch._json, value);
            scratch._json.RequireWholeCharacters("body");
            return scratch;
        }
    }
}
