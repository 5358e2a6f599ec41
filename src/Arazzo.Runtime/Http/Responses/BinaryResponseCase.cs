namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose body is bytes, of whatever type: the server knows better than the description.</summary>
internal sealed class BinaryResponseCase(int status, string mediaType) : ResponseCase(status, isError: false, mediaType)
{
    internal override bool IsStreamed(string? contentType) => true;

    internal override object Open(ResponseStream stream) => stream;

    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = null;
        return null;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) => new(response, detail);
}
