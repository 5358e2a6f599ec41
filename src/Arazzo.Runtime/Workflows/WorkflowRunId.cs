using System.Buffers.Binary;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Ids of runs: UUIDs of version 7 (RFC 9562, section 5.7), which sort by time.</summary>
internal static class WorkflowRunId
{
    /// <summary>Makes an id. It tells runs apart and guards nothing, so chance need not be the kind that the operating system is asked for.</summary>
    public static string Create(TimeProvider time)
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes[6..]);
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
