using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose JSON body is a <typeparamref name="T"/>, whatever codec reads it.</summary>
internal abstract class JsonResponseCase<T>(int status, bool isError) : ResponseCase(status, isError, hasBody: true)
{
    internal abstract T Read(ref Utf8JsonReader json);
}

internal sealed class JsonResponseCase<T, TCodec>(int status, bool isError) : JsonResponseCase<T>(status, isError)
    where TCodec : IJsonCodec<T>
{
    internal override T Read(ref Utf8JsonReader json) => TCodec.ReadJson(ref json);

    internal override object? ReadObject(ref Utf8JsonReader json) => TCodec.ReadJson(ref json);

    internal override ApiException Failure(ApiResponse response, object? error) =>
        error is T typed ? new ApiException<T>(response, typed) : new ApiException(response);
}
