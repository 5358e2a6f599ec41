namespace Arazzo.Runtime.CompilerServices;

internal sealed class EmptyResponseCase(int status, bool isError) : ResponseCase(status, isError, mediaType: null)
{
    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = null;
        return null;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) => new(response, detail);
}
