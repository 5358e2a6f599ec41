using System.Buffers;
using System.Text.Json;

namespace Arazzo.Runtime;

/// <summary>A run between two steps, as data: its inputs without secrets, the outputs so far, the next step and the counters of its retries.</summary>
public sealed class WorkflowCheckpoint
{
    // What is added to it later has to be what a reader can do without, on both sides.
    private const int FormatVersion = 1;

    // In milliseconds: what a damaged checkpoint says does not exceed what a TimeSpan holds.
    private const double LongestPoll = 1e14;

    internal WorkflowCheckpoint(string workflowId, string fingerprint, string runId)
    {
        WorkflowId = workflowId;
        Fingerprint = fingerprint;
        RunId = runId;
    }

    private WorkflowCheckpoint(WorkflowCheckpoint other)
        : this(other.WorkflowId, other.Fingerprint, other.RunId)
    {
        NextStep = other.NextStep;
        IsSending = other.IsSending;
        Due = other.Due;
        EndStep = other.EndStep;
        EndAction = other.EndAction;
        IsFailure = other.IsFailure;
        Status = other.Status;
        ReturnSteps = other.ReturnSteps;
        Attempts = other.Attempts;
        Polls = other.Polls;
        Called = other.Called;
        Done = other.Done;
        Secrets = other.Secrets;
        State = other.State;
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
    public bool IsInFlight => IsSending || Called is { IsInFlight: true };

    /// <summary>Whether it is this workflow's own step that was about to be sent, not one of a workflow that it calls.</summary>
    internal bool IsSending { get; init; }

    /// <summary>
    /// When <see cref="NextStep"/> is due: a run that is resumed before waits until then, as the document, the polling options or the server's <c>Retry-After</c> say. Null
    /// when it is due at once.
    /// </summary>
    public DateTimeOffset? NotBefore => Due ?? Called?.NotBefore;

    /// <summary>When this workflow's own step is due, not one of a workflow that it calls.</summary>
    internal DateTimeOffset? Due { get; init; }

    internal string? EndStep { get; init; }

    internal string? EndAction { get; init; }

    internal bool IsFailure { get; init; }

    /// <summary>The status of the last answer, of a called workflow that has ended.</summary>
    internal int Status { get; init; }

    internal IReadOnlyList<string>? ReturnSteps { get; init; }

    internal IReadOnlyDictionary<string, int>? Attempts { get; init; }

    /// <summary>The polls that have begun, each with the time that it has taken; null when there are none.</summary>
    internal IReadOnlyList<PollingState>? Polls { get; init; }

    /// <summary>Where the workflow stands that <see cref="NextStep"/> calls; null when it does not call one or has not begun.</summary>
    internal WorkflowCheckpoint? Called { get; init; }

    /// <summary>The ends of workflows that others depend on, which need not run again; null when there are none.</summary>
    internal IReadOnlyList<WorkflowCheckpoint>? Done { get; init; }

    /// <summary>Of such an end: which of the run's secret inputs its own are, by position; -1 for one that was not given.</summary>
    internal IReadOnlyList<int>? Secrets { get; init; }

    internal JsonElement State { get; init; }

    /// <summary>The same checkpoint for a step that the server says it never carried out: resuming sends it.</summary>
    /// <returns>A checkpoint that is not in flight.</returns>
    public WorkflowCheckpoint AsNotSent() => new(this) { IsSending = false, Called = Called?.AsNotSent() };

    /// <summary>The same end of a workflow, with what it was given of the run's secrets.</summary>
    internal WorkflowCheckpoint With(IReadOnlyList<int> secrets) => new(this) { Secrets = secrets.Count == 0 ? null : secrets };

    /// <summary>Writes the checkpoint.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, FormatVersion);
            json.WriteString("run"u8, RunId);
            Write(json);
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
            return Read(root, Required(root, "run"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new WorkflowCheckpointException("The checkpoint is damaged: it is not the JSON that a checkpoint writes.", null, exception);
        }
    }

    /// <summary>Says which run it is and where it stands.</summary>
    /// <returns>Text without any value of the run.</returns>
    public override string ToString() => $"{WorkflowId} {RunId}: {Place}{(IsInFlight ? " (in flight)" : "")}";

    private string Place => NextStep is null ? "ended" : Called is null ? NextStep : $"{NextStep} > {Called.WorkflowId}: {Called.Place}";

    private void Write(Utf8JsonWriter json)
    {
        json.WriteString("workflow"u8, WorkflowId);
        json.WriteString("document"u8, Fingerprint);
        WriteUnlessNull(json, "next", NextStep);
        WriteIfTrue(json, "inFlight", IsSending);
        if (Due is { } due)
        {
            json.WriteString("due"u8, due);
        }
        WriteUnlessNull(json, "endStep", EndStep);
        WriteUnlessNull(json, "endAction", EndAction);
        WriteIfTrue(json, "failure", IsFailure);
        if (Status != 0)
        {
            json.WriteNumber("status"u8, Status);
        }
        if (ReturnSteps is { Count: > 0 })
        {
            json.WriteStartArray("return"u8);
            foreach (var step in ReturnSteps)
            {
                json.WriteStringValue(step);
            }
            json.WriteEndArray();
        }
        if (Attempts is { Count: > 0 })
        {
            json.WriteStartObject("attempts"u8);
            foreach (var (key, count) in Attempts)
            {
                json.WriteNumber(key, count);
            }
            json.WriteEndObject();
        }
        if (Polls is { Count: > 0 })
        {
            json.WriteStartArray("polls"u8);
            foreach (var poll in Polls)
            {
                json.WriteStartObject();
                json.WriteString("step"u8, poll.Step);
                json.WriteString("action"u8, poll.Action);
                json.WriteNumber("rounds"u8, poll.Rounds);
                json.WriteNumber("elapsed"u8, Math.Round(poll.Elapsed.TotalMilliseconds));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (Secrets is { Count: > 0 })
        {
            json.WriteStartArray("secrets"u8);
            foreach (var secret in Secrets)
            {
                json.WriteNumberValue(secret);
            }
            json.WriteEndArray();
        }
        json.WritePropertyName("state"u8);
        State.WriteTo(json);
        if (Called is not null)
        {
            json.WriteStartObject("called"u8);
            Called.Write(json);
            json.WriteEndObject();
        }
        if (Done is { Count: > 0 })
        {
            json.WriteStartArray("done"u8);
            foreach (var end in Done)
            {
                json.WriteStartObject();
                end.Write(json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    private static WorkflowCheckpoint Read(JsonElement json, string run)
    {
        if (!json.TryGetProperty("state"u8, out var state) || state.ValueKind != JsonValueKind.Object)
        {
            throw new WorkflowCheckpointException("The checkpoint is damaged: 'state' is not an object.");
        }
        return new WorkflowCheckpoint(Required(json, "workflow"), Required(json, "document"), run)
        {
            NextStep = Optional(json, "next"),
            Due = json.TryGetProperty("due"u8, out var due) ? due.GetDateTimeOffset() : null,
            IsSending = json.TryGetProperty("inFlight"u8, out var inFlight) && inFlight.GetBoolean(),
            EndStep = Optional(json, "endStep"),
            EndAction = Optional(json, "endAction"),
            IsFailure = json.TryGetProperty("failure"u8, out var failure) && failure.GetBoolean(),
            Status = json.TryGetProperty("status"u8, out var status) ? status.GetInt32() : 0,
            ReturnSteps = json.TryGetProperty("return"u8, out var steps) ? [.. steps.EnumerateArray().Select(static step => step.GetString()!)] : null,
            Attempts = json.TryGetProperty("attempts"u8, out var attempts) ? Counters(attempts) : null,
            Polls = json.TryGetProperty("polls"u8, out var polls) ? [.. polls.EnumerateArray().Select(Poll)] : null,
            Called = json.TryGetProperty("called"u8, out var called) ? Read(called, run) : null,
            Done = json.TryGetProperty("done"u8, out var done) ? [.. done.EnumerateArray().Select(end => Read(end, run))] : null,
            Secrets = json.TryGetProperty("secrets"u8, out var secrets) ? [.. secrets.EnumerateArray().Select(static secret => secret.GetInt32())] : null,
            State = state.Clone(),
        };
    }

    private static string Required(JsonElement root, string name) =>
        Optional(root, name) ?? throw new WorkflowCheckpointException($"The checkpoint is damaged: '{name}' is missing.");

    private static string? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static PollingState Poll(JsonElement poll) => new(
        Required(poll, "step"), Required(poll, "action"), Math.Max(0, poll.GetProperty("rounds"u8).GetInt32()),
        TimeSpan.FromMilliseconds(Math.Clamp(poll.GetProperty("elapsed"u8).GetDouble(), 0, LongestPoll)));

    private static Dictionary<string, int> Counters(JsonElement attempts)
    {
        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var attempt in attempts.EnumerateObject())
        {
            counters[attempt.Name] = attempt.Value.GetInt32();
        }
        return counters;
    }

    private static void WriteIfTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
