using System.Text.Encodings.Web;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Keeps an output that is not in use, for whoever writes next.</summary>
/// <param name="mostBytes">Longer arrays are not kept.</param>
internal sealed class JsonOutputPool(int mostBytes)
{
    private JsonOutput? _idle;

    /// <summary>Takes an output, which is empty.</summary>
    /// <param name="encoder">What escapes its text; null for System.Text.Json's own.</param>
    /// <returns>The output. One that is not given back is lost, and nothing else.</returns>
    public JsonOutput Rent(JavaScriptEncoder? encoder = null)
    {
        encoder ??= JavaScriptEncoder.Default;
        return Interlocked.Exchange(ref _idle, null) is { } idle && idle.Encoder == encoder ? idle : new JsonOutput(encoder);
    }

    public void Return(JsonOutput json)
    {
        if (json.Capacity <= mostBytes)
        {
            json.Reset();
            _idle = json;
        }
    }
}
