using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The values of a run: a generated class with a typed member for each input and step output.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WorkflowState
{
    /// <summary>Writes all that a checkpoint holds, as properties of the object that is open. Secrets are left out.</summary>
    /// <param name="json">The writer.</param>
    public abstract void Write(JsonOutput json);

    /// <summary>Whether it holds outputs that no checkpoint does.</summary>
    public virtual bool HasSecrets => false;

    /// <summary>The inputs that no checkpoint holds, in the order of the document.</summary>
    public virtual object?[] SecretInputs => [];

    /// <summary>The member of the credentials that an expression reads.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>Its name; null when the expression reads no output that is a secret.</returns>
    public virtual string? CredentialOf(string expression) => null;

    /// <summary>Takes the outputs of steps from what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The checkpoint's state.</param>
    /// <exception cref="WorkflowCheckpointException">A value is not of its type.</exception>
    public virtual void Restore(JsonElement json)
    {
    }

    /// <summary>Describes the outputs of a step for people. Secrets are left out.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outputs">Takes the text of each output.</param>
    public virtual void Describe(string step, WorkflowOutputs outputs)
    {
    }

    /// <summary>Reads a value that <see cref="Write"/> wrote.</summary>
    /// <param name="state">The checkpoint's state.</param>
    /// <param name="name">The property.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value; the type's default when it is not there.</returns>
    /// <exception cref="WorkflowCheckpointException">The value is not of its type.</exception>
    protected static T? Read<T, TCodec>(JsonElement state, string name)
        where TCodec : IJsonCodec<T> =>
        state.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Decode<T, TCodec>(value, name) : default;

    /// <summary>Reads a struct that <see cref="Write"/> wrote.</summary>
    /// <param name="state">The checkpoint's state.</param>
    /// <param name="name">The property.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value; null when it is not there.</returns>
    /// <exception cref="WorkflowCheckpointException">The value is not of its type.</exception>
    protected static T? ReadValue<T, TCodec>(JsonElement state, string name)
        where T : struct
        where TCodec : IJsonCodec<T> =>
        state.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Decode<T, TCodec>(value, name) : null;

    /// <summary>Reads a value that has to be there.</summary>
    /// <param name="state">The checkpoint's state.</param>
    /// <param name="name">The property.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="WorkflowCheckpointException">The value is not there or not of its type.</exception>
    protected static T Require<T, TCodec>(JsonElement state, string name)
        where TCodec : IJsonCodec<T> =>
        state.TryGetProperty(name, out var value)
            ? Decode<T, TCodec>(value, name)
            : throw new WorkflowCheckpointException($"The checkpoint is damaged: '{name}' is missing.");

    internal JsonElement ToJson()
    {
        var json = new JsonOutput();
        json.WriteStartObject();
        Write(json);
        json.WriteEndObject();
        var reader = new Utf8JsonReader(json.Written);
        return JsonElement.ParseValue(ref reader);
    }

    private static T Decode<T, TCodec>(JsonElement value, string name)
        where TCodec : IJsonCodec<T>
    {
        try
        {
            var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
            reader.Read();
            return TCodec.ReadJson(ref reader);
        }
        catch (JsonException exception)
        {
            throw new WorkflowCheckpointException($"The checkpoint is damaged: '{name}' has another type.", null, exception);
        }
    }
}
