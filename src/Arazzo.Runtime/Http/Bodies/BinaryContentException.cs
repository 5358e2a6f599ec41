namespace Arazzo.Runtime.CompilerServices;

/// <summary>What the caller gave to send cannot be read; the cause is inside.</summary>
internal sealed class BinaryContentException(Exception cause) : IOException("What is to be sent cannot be read.", cause);
