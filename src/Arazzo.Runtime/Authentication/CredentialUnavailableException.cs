namespace Arazzo.Runtime;

/// <summary>
/// A provider has no credential for what an operation needs, and knows why. The operation's next security alternative is tried; when none can be met, this is
/// the call's failure, and nothing was sent.
/// </summary>
/// <param name="message">What is missing and what to do, without secrets.</param>
/// <param name="innerException">The cause, if there is one.</param>
public class CredentialUnavailableException(string message, Exception? innerException = null) : ApiException(message, innerException);
