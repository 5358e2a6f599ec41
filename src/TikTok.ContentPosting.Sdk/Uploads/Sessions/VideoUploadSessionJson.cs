using System.Buffers;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>A session as JSON.</summary>
internal static class VideoUploadSessionJson
{
    private const int FormatVersion = 1;

    public static byte[] Write(VideoUploadSession session)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, FormatVersion);
            json.WriteString("publishId"u8, session.PublishId);
            json.WriteBoolean("draft"u8, session.IsDraft);
            json.WriteNumber("videoSize"u8, session.Plan.VideoSize);
            json.WriteNumber("chunkSize"u8, session.Plan.ChunkSize);
            json.WriteString("mediaType"u8, session.MediaType);
            json.WriteString("openedAt"u8, session.OpenedAt);
            json.WriteNumber("uploadedBytes"u8, session.UploadedBytes);
            json.WriteString("head"u8, session.Fingerprint.Head);
            if (session.Fingerprint.Tail is { } tail)
            {
                json.WriteString("tail"u8, tail);
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">It is no session.</exception>
    public static VideoUploadSession Read(ReadOnlyMemory<byte> utf8Json, VideoUploadUrl url)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version"u8, out var version) || !version.TryGetInt32(out var number) || number != FormatVersion)
            {
                throw new FormatException("This is no upload session that this version of the SDK can read: 'version' is not 1.");
            }
            var plan = ChunkPlan.For(root.GetProperty("videoSize"u8).GetInt64(), root.GetProperty("chunkSize"u8).GetInt64());
            var uploaded = root.GetProperty("uploadedBytes"u8).GetInt64();
            var mediaType = Text(root, "mediaType");
            if (uploaded < 0 || uploaded > plan.VideoSize || !VideoMediaTypes.IsKnown(mediaType))
            {
                throw new FormatException("The upload session is damaged: its numbers or its media type cannot be.");
            }
            var fingerprint = new VideoFingerprint(Text(root, "head"), root.TryGetProperty("tail"u8, out var tail) ? tail.GetString() : null);
            return new VideoUploadSession(
                Text(root, "publishId"), root.GetProperty("draft"u8).GetBoolean(), url, plan, mediaType, root.GetProperty("openedAt"u8).GetDateTimeOffset(), fingerprint).At(uploaded);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw new FormatException("The upload session is damaged: it is no JSON, or a member is missing or of another type.", exception);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException($"The upload session is damaged: '{name}' is empty.");
}
