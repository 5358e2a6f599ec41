using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One documented answer of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResponseCase
{
    private protected ResponseCase(int status, bool isError, bool hasBody)
    {
        Status = status;
        IsError = isError;
        HasBody = hasBody;
    }

    /// <summary>The status; 1 to 5 for a range such as 4XX; 0 for <c>default</c>.</summary>
    internal int Status { get; }

    internal bool IsError { get; }

    internal bool HasBody { get; }

    /// <summary>A success with a JSON body.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase Json<T, TCodec>(int status)
        where TCodec : IJsonCodec<T> => new JsonResponseCase<T, TCodec>(status, isError: false);

    /// <summary>A failure with a JSON body.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase JsonError<TError, TCodec>(int status)
        where TCodec : IJsonCodec<TError> => new JsonResponseCase<TError, TCodec>(status, isError: true);

    /// <summary>An answer without a body, or with one that has no type.</summary>
    /// <param name="status">The status; 1 to 5 for a range such as 4XX; 0 for <c>default</c>.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase Empty(int status) => new EmptyResponseCase(status);

    /// <summary>Reads the body as an error.</summary>
    internal abstract object? ReadObject(ref Utf8JsonReader json);

    /// <summary>The failure with its typed error.</summary>
    internal abstract ApiException Failure(ApiResponse response, object? error);
}
