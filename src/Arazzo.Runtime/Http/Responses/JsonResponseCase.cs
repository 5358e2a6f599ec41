using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose JSON body is a <typeparamref name="T"/>, whatever codec reads it.</summary>
internal abstract class JsonResponseCase<T>(int status, bool isError, string mediaType) : ResponseCase(status, isError, mediaType)
{
    private readonly bool _isRange = mediaType.Contains('*', StringComparison.Ordinal);

    internal override bool IsJson => true;

    internal abstract T Read(ref Utf8JsonReader json);

    /// <summary>Reads the body without boxing it.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    internal UnreadableBody? Read(ApiResponse response, out T? body)
    {
        if (_isRange && typeof(T) == typeof(string) && IsText(response))
        {
            body = (T)(object)response.Text;
            return null;
        }
        if (_isRange && typeof(T) == typeof(byte[]) && response.MediaType is { } bytes && !JsonBody.IsJson(bytes))
        {
            body = (T)(object)response.RawBody.ToArray();
            return null;
        }
        if (response.RawBody.IsEmpty)
        {
            body = default;
            return UnreadableBody.Empty("a JSON body");
        }
        var unreadable = JsonBody.Read(this, response.RawBody.Span, out body);
        // So do dates, enums and the like.
        if (unreadable is not null && _isRange && response.MediaType is "text/plain" && !typeof(T).IsAssignableTo(typeof(JsonUnion))
            && JsonBody.Read(this, ValueText.Quote(response.Text.Trim()).WrittenSpan, out body) is null)
        {
            return null;
        }
        // What is JSON is read, whatever it is called; without a content type, the description is believed.
        return unreadable is null || response.MediaType is not { } mediaType || JsonBody.IsJson(mediaType) ? unreadable : UnreadableBody.OfType("a JSON body", mediaType, unreadable.Exception);
    }

    internal override JsonElement ToJson(ApiResponse response) =>
        _isRange && typeof(T) == typeof(string) && IsText(response) ? WorkflowJson.From<string, StringCodec>(response.Text) : base.ToJson(response);

    // Where any type may come, a string comes as text, from some servers even when they call it JSON.
    private static bool IsText(ApiResponse response) =>
        (response.MediaType is { } mediaType && !JsonBody.IsJson(mediaType)) || JsonBody.Parse(response.RawBody.Span).ValueKind is not (JsonValueKind.String or JsonValueKind.Null);

    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        var unreadable = Read(response, out T? value);
        body = value;
        return unreadable;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) =>
        error is T typed ? new ApiException<T>(response, typed, detail) : new ApiException(response, detail);
}

internal sealed class JsonResponseCase<T, TCodec>(int status, bool isError, string mediaType) : JsonResponseCase<T>(status, isError, mediaType)
    where TCodec : IJsonCodec<T>
{
    internal override T Read(ref Utf8JsonReader json) => TCodec.ReadJson(ref json);
}
