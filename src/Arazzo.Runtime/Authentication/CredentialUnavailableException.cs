namespace Arazzo.Runtime;

/// <summary>
/// A provider has no credential for what an operation needs, and knows why. The operation's next security alternative is tried, if that may help; when none can be met, this
/// is the call's failure, and nothing was sent.
/// </summary>
/// <param name="message">What is missing and what to do, without secrets.</param>
/// <param name="innerException">The cause, if there is one.</param>
public class CredentialUnavailableException(string message, Exception? innerException = null) : ApiException(message, innerException)
{
    /// <summary>Whether the provider may have a credential for another of the operation's security alternatives. True unless set.</summary>
    public bool MayHaveAnother { get; init; } = true;
}
