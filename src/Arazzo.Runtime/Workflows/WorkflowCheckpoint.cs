using System.Buffers;
using System.Text.Json;

namespace Arazzo.Runtime;

/// <summary>A run between two steps, as data: its inputs without secrets, the outputs so far, the next step and the counters of its retries.</summary>
public sealed class WorkflowCheckpoint
{
    private const int FormatVersion = 1;

    internal WorkflowCheckpoint(string workflowId, string fingerprint, string runId)
    {
        WorkflowId = workflowId;
        Fingerprint = fingerprint;
        RunId = runId;
    }

    /// <summary>The workflow, as the document names it.</summary>
    public string WorkflowId { get; }

    /// <summary>Stands for what the document says; a checkpoint is only good for the same.</summary>
    public string Fingerprint { get; }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>The step to go on with, as the document names it; null when the run has ended.</summary>
    public string? NextStep { get; internal init; }

    /// <summary>
    /// True when <see cref="NextStep"/> was about to be sent and is not safe to repeat. Resuming then throws a <see cref="WorkflowOutcomeUnknownException"/>.
    /// </summary>
    public bool IsInFlight { get; internal init; }

    internal string? EndStep { get; init; }

    internal string? EndAction { get; init; }

    internal bool IsFailure { get; init; }

    internal string? ReturnStep { get; init; }

    internal IReadOnlyDictionary<string, int>? Attempts { get; init; }

    internal JsonElement State { get; init; }

    /// <summary>The same checkpoint for a step that the server says it never carried out: resuming sends it.</summary>
    /// <returns>A checkpoint that is not in flight.</returns>
    public WorkflowCheckpoint AsNotSent() => new(WorkflowId, Fingerprint, RunId)
    {
        NextStep = NextStep,
        EndStep = EndStep,
        EndAction = EndAction,
        IsFailure = IsFailure,
        ReturnStep = ReturnStep,
        Attempts = Attempts,
        State = State,
    };

    /// <summary>Writes the checkpoint.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, FormatVersion);
            json.WriteString("workflow"u8, WorkflowId);
            json.WriteString("document"u8, Fingerprint);
            json.WriteString("run"u8, RunId);
            WriteUnlessNull(json, "next", NextStep);
            if (IsInFlight)
            {
                json.WriteBoolean("inFlight"u8, true);
            }
            WriteUnlessNull(json, "endStep", EndStep);
            WriteUnlessNull(json, "endAction", EndAction);
            if (IsFailure)
            {
                json.WriteBoolean("failure"u8, true);
            }
            WriteUnlessNull(json, "return", ReturnStep);
            if (Attempts is { Count: > 0 })
            {
                json.WriteStartObject("attempts"u8);
                foreach (var (key, count) in Attempts)
                {
                    json.WriteNumber(key, count);
                }
                json.WriteEndObject();
            }
            json.WritePropertyName("state"u8);
            State.WriteTo(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToUtf8Json"/> wrote.</summary>
    /// <param name="utf8Json">JSON in UTF-8.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="WorkflowCheckpointException">It is not a checkpoint.</exception>
    public static WorkflowCheckpoint Parse(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new WorkflowCheckpointException("This is not a checkpoint: its JSON is not an object.");
            }
            if (!root.TryGetProperty("version"u8, out var version) || !version.TryGetInt32(out var number) || number != FormatVersion)
            {
                throw new WorkflowCheckpointException("This is not a checkpoint that this version of Arazzo.Runtime can read: 'version' is not 1.");
            }
            if (!root.TryGetProperty("state"u8, out var state) || state.ValueKind != JsonValueKind.Object)
            {
                throw new WorkflowCheckpointException("The checkpoint is damaged: 'state' is not an object.");
            }
            return new WorkflowCheckpoint(Required(root, "workflow"), Required(root, "document"), Required(root, "run"))
            {
                NextStep = Optional(root, "next"),
                IsInFlight = root.TryGetProperty("inFlight"u8, out var inFlight) && inFlight.GetBoolean(),
                EndStep = Optional(root, "endStep"),
                EndAction = Optional(root, "endAction"),
                IsFailure = root.TryGetProperty("failure"u8, out var failure) && failure.GetBoolean(),
                ReturnStep = Optional(root, "return"),
                Attempts = root.TryGetProperty("attempts"u8, out var attempts) ? Counters(attempts) : null,
                State = state.Clone(),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new WorkflowCheckpointException("The checkpoint is damaged: it is not the JSON that a checkpoint writes.", null, exception);
        }
    }

    /// <summary>Says which run it is and where it stands.</summary>
    /// <returns>Text without any value of the run.</returns>
    public override string ToString() => $"{WorkflowId} {RunId}: {NextStep ?? "ended"}{(IsInFlight ? " (in flight)" : "")}";

    private static string Required(JsonElement root, string name) =>
        Optional(root, name) ?? throw new WorkflowCheckpointException($"The checkpoint is damaged: '{name}' is missing.");

    private static string? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Dictionary<string, int> Counters(JsonElement attempts)
    {
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var attempt in attempts.EnumerateObject())
        {
            counters[attempt.Name] = attempt.Value.GetInt32();
        }
        return counters;
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
