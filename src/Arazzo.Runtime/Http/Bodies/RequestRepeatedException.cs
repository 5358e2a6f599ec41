namespace Arazzo.Runtime.CompilerServices;

/// <summary>A handler has tried to send a request again that is not safe to repeat.</summary>
internal sealed class RequestRepeatedException() : HttpRequestException("The request is not safe to repeat, and is not sent again.");
