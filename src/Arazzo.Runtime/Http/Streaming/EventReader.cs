using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads server-sent events.</summary>
internal static class EventReader
{
    /// <summary>Reads events whose data is JSON. Events without data are passed over; a word in brackets, such as <c>[DONE]</c>, ends the stream.</summary>
    public static async IAsyncEnumerable<ServerSentEvent<T>> ReadAsync<T, TCodec>(ResponseStream stream, EventCase<T>[] events, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        await using var _ = stream.ConfigureAwait(false);
        stream.StartItem();
        var parser = SseParser.Create(stream, (name, data) => Data<T, TCodec>(stream, Array.Find(events, item => item.Name == name), data));
        await foreach (var item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            switch (item.Data.Kind)
            {
                case DataKind.End:
                    yield break;
                case DataKind.Value:
                    stream.StartItem();
                    yield return new ServerSentEvent<T>(item.EventType, item.Data.Value, Id(parser.LastEventId), item.ReconnectionInterval);
                    break;
            }
        }
    }

    /// <summary>Reads events whose data is text.</summary>
    public static async IAsyncEnumerable<ServerSentEvent<string>> ReadTextAsync(ResponseStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var _ = stream.ConfigureAwait(false);
        stream.StartItem();
        var parser = SseParser.Create(stream);
        await foreach (var item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            stream.StartItem();
            yield return new ServerSentEvent<string>(item.EventType, item.Data, Id(parser.LastEventId), item.ReconnectionInterval);
        }
    }

    private static string? Id(string text) => text.Length == 0 ? null : text;

    private static EventData<T> Data<T, TCodec>(ResponseStream stream, EventCase<T>? named, ReadOnlySpan<byte> data)
        where TCodec : IJsonCodec<T>
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.IsEmpty)
        {
            return new(DataKind.None, default!);
        }
        // No JSON looks like that.
        if (data is [(byte)'[', .., (byte)']'] && data.Length > 2 && !data[1..^1].ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
        {
            return new(DataKind.End, default!);
        }
        var unreadable = named is null ? JsonBody.ReadValue<T, TCodec>(data, out var value, out _) : JsonBody.ReadValue(named, data, out value);
        return unreadable is null ? new(DataKind.Value, value!) : throw stream.Unreadable(unreadable, data.ToArray());
    }

    private enum DataKind : byte
    {
        None,
        Value,
        End,
    }

    private readonly record struct EventData<T>(DataKind Kind, T Value);
}
