namespace Arazzo.Runtime.CompilerServices;

/// <summary>Why a body cannot be read.</summary>
/// <param name="Detail">Where and why, in sentences.</param>
/// <param name="Exception">What the reader threw.</param>
internal sealed record UnreadableJson(string Detail, Exception Exception);
