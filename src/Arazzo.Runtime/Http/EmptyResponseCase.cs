using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

internal sealed class EmptyResponseCase(int status) : ResponseCase(status, isError: false, hasBody: false)
{
    internal override object? ReadObject(ref Utf8JsonReader json) => null;

    internal override ApiException Failure(ApiResponse response, object? error) => new(response);
}
