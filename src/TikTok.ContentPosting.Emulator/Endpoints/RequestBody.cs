using System.Text.Json;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A JSON object of a request. Whatever is missing or of the wrong type is refused as <c>invalid_param</c>.</summary>
internal readonly struct RequestBody
{
    private readonly JsonElement _json;

    private RequestBody(JsonElement json) => _json = json;

    public static RequestBody Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new RequestBody(document.RootElement.Clone())
                : throw Invalid("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw Invalid("The body must be JSON.");
        }
    }

    public RequestBody Object(string name) => Find(name, JsonValueKind.Object) is { } value
        ? new RequestBody(value)
        : throw Missing(name);

    public string Text(string name) => TextOrNull(name) is { Length: > 0 } value ? value : throw Missing(name);

    public string? TextOrNull(string name) => Find(name, JsonValueKind.String) is { } value ? TextOf(value, name) : null;

    /// <summary>A text of at most so many UTF-16 code units, which is how TikTok counts.</summary>
    public void CheckLength(string name, int maximum)
    {
        if (TextOrNull(name)?.Length > maximum)
            throw Invalid($"{name} has more than {maximum} UTF-16 code units.");
    }

    public string OneOf(string name, params ReadOnlySpan<string> values)
    {
        var value = Text(name);
        return values.Contains(value) ? value : throw Invalid($"{name} must be one of {string.Join(", ", values)}.");
    }

    public long Integer(string name) => Find(name, JsonValueKind.Number) is { } value && value.TryGetInt64(out var number)
        ? number
        : throw Missing(name);

    public long? IntegerOrNull(string name) => Find(name, JsonValueKind.Number) is { } value ? value.TryGetInt64(out var number) ? number : throw Missing(name) : null;

    public void CheckInteger(string name)
    {
        if (Find(name, JsonValueKind.Number) is { } value && !value.TryGetInt32(out _))
            throw Invalid($"{name} must be a whole number.");
    }

    public void CheckBooleans(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
                throw Invalid($"{name} must be true or false.");
        }
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var item in (Find(name, JsonValueKind.Array) ?? throw Missing(name)).EnumerateArray())
            texts.Add(item.ValueKind == JsonValueKind.String ? TextOf(item, name) : throw Invalid($"{name} must have only texts."));
        return texts;
    }

    public static RefusalException Invalid(string message) => new(ErrorCodes.InvalidParam, message);

    private static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON but no text.
            throw Invalid($"{name} is no text.");
        }
    }

    private static RefusalException Missing(string name) => Invalid($"{name} is missing or not of its type.");

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        if (!_json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw Missing(name);
    }
}
