namespace Arazzo.Runtime;

/// <summary>The API refused, and said why in the form that its description gives.</summary>
/// <typeparam name="TError">The type of the error.</typeparam>
public class ApiException<TError> : ApiException
{
    /// <summary>Makes the failure of an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="error">Its typed body.</param>
    /// <param name="detail">What happened and what to do, in whole sentences and without secrets; null for what the status says.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ApiException(ApiResponse response, TError error, string? detail = null, Exception? innerException = null)
        : base(response, detail, innerException) => Error = error;

    /// <summary>The error.</summary>
    public TError Error { get; }
}
