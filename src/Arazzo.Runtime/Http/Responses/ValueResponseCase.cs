using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose body is the text of a single value.</summary>
internal sealed class ValueResponseCase<T, TCodec>(int status, bool isError, string mediaType) : ResponseCase(status, isError, mediaType)
    where TCodec : IJsonCodec<T>
{
    private const string Expected = "a value as text";

    internal override JsonElement ToJson(ApiResponse response)
    {
        if (response.MediaType is { } type && JsonBody.IsJson(type))
        {
            return base.ToJson(response);
        }
        return ValueText.Read<T, TCodec>(response.Text, out var value) is null ? WorkflowJson.From<T, TCodec>(value!) : WorkflowJson.From<string, StringCodec>(response.Text);
    }

    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        T? value;
        var unreadable = response.MediaType is { } mediaType && JsonBody.IsJson(mediaType)
            ? JsonBody.ReadValue<T, TCodec>(response.RawBody.Span[JsonBody.ByteOrderMarkLength(response.RawBody.Span)..], out value, out _)
            : ValueText.Read<T, TCodec>(response.Text, out value);
        body = value;
        return unreadable is null ? null
            : response.RawBody.IsEmpty ? UnreadableBody.Empty(Expected)
            : response.MediaType is "text/html" ? UnreadableBody.OfType(Expected, response.MediaType, unreadable.Exception)
            : unreadable;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) =>
        error is T typed ? new ApiException<T>(response, typed, detail) : new ApiException(response, detail);
}
