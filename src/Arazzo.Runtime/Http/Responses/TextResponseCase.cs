using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose body is text.</summary>
internal sealed class TextResponseCase(int status, bool isError, string mediaType) : ResponseCase(status, isError, mediaType)
{
    // Text that happens to be JSON stays text.
    internal override JsonElement ToJson(ApiResponse response) =>
        response.MediaType is { } type && JsonBody.IsJson(type) ? base.ToJson(response) : WorkflowJson.From<string, StringCodec>(response.Text);

    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = response.Text;
        return null;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) =>
        error is string text ? new ApiException<string>(response, text, detail) : new ApiException(response, detail);
}
