namespace InboxDraftUpload;

/// <summary>The command line or a file that it names cannot be used; the message says why and what to do.</summary>
internal sealed class BadInputException(string message, Exception? innerException = null) : Exception(message, innerException);
