using System.Text.Json;
using Arazzo.Runtime;

namespace InboxDraftUpload;

/// <summary>A run that stopped before its end, as a file: the checkpoint, and the publish id for the emulator of the next process.</summary>
internal sealed record StoppedRun(WorkflowCheckpoint Checkpoint, string? PublishId)
{
    /// <exception cref="BadInputException">The file cannot be read or is none that <see cref="WriteAsync"/> wrote.</exception>
    public static async Task<StoppedRun> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
            var checkpoint = json.RootElement.GetProperty("checkpoint");
            return new StoppedRun(
                WorkflowCheckpoint.Parse(JsonSerializer.SerializeToUtf8Bytes(checkpoint)),
                json.RootElement.TryGetProperty("publishId", out var publishId) ? publishId.GetString() : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or WorkflowCheckpointException)
        {
            throw new BadInputException($"{file} is no file that a stopped run has written.", exception);
        }
    }

    public async Task WriteAsync(FileInfo file)
    {
        await using var stream = file.Create();
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        if (PublishId is not null)
        {
            json.WriteString("publishId", PublishId);
        }
        json.WritePropertyName("checkpoint");
        json.WriteRawValue(Checkpoint.ToUtf8Json());
        json.WriteEndObject();
    }
}
