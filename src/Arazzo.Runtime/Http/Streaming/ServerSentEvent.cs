namespace Arazzo.Runtime;

/// <summary>An event of a <c>text/event-stream</c> (HTML, section 9.2).</summary>
/// <typeparam name="T">The type of its data; <see cref="string"/> when the API's description says nothing of it.</typeparam>
/// <param name="Event">The event's name; <c>message</c> when the server gives none.</param>
/// <param name="Data">What it carries.</param>
/// <param name="Id">The last id that the server has given, for <c>Last-Event-ID</c> when connecting again; null when it has given none.</param>
/// <param name="Retry">How long the server asks to wait before connecting again; null when it does not ask.</param>
public sealed record ServerSentEvent<T>(string Event, T Data, string? Id = null, TimeSpan? Retry = null);
