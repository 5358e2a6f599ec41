namespace Arazzo.Runtime.CompilerServices;

/// <summary>A value is not of the type that its place wants. <see cref="WorkflowRun.CompleteAsync"/> says in which step.</summary>
internal sealed class WorkflowConversionException(string message, Exception? innerException) : FormatException(message, innerException);
