using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Writes request bodies, with one writer that is used again and again.</summary>
internal sealed class JsonRequestWriter
{
    private const int MostKeptBytes = 1 << 20;

    private readonly JsonOutputPool _outputs = new(MostKeptBytes);

    /// <summary>
    /// The body as JSON. The array is not pooled: a connection may still be sending it when the answer has come.
    /// </summary>
    public byte[] Write<T, TCodec>(T body)
        where TCodec : IJsonCodec<T>
    {
        var json = _outputs.Rent();
        try
        {
            TCodec.WriteJson(json, body);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // A number that JSON has not, null where a value must be, an object that contains itself. What is written so far tells where; the space ends a number.
            var (path, _) = JsonLocation.Find([.. json.Written, (byte)' '], new JsonReaderOptions { MaxDepth = JsonDepth.Maximum }, long.MaxValue);
            throw new ArgumentException($"The body cannot be written as JSON at {path}. {exception.Message}", nameof(body), exception);
        }
        json.RequireWholeCharacters(nameof(body));
        var bytes = json.Written.ToArray();
        _outputs.Return(json);
        return bytes;
    }
}
