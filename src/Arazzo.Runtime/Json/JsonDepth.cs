using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Keeps readers and writers, which call each other as deep as the JSON goes, from running out of stack.</summary>
internal static class JsonDepth
{
    /// <summary>How deep JSON of bodies may go: as deep as <see cref="Utf8JsonWriter"/> writes, and <see cref="JsonOutput"/>.</summary>
    public const int Maximum = 1000;

    /// <summary>A depth that every stack has room for.</summary>
    public const int Harmless = 64;

    /// <summary>Asks for room, where it may be scarce.</summary>
    /// <param name="json">The reader, on the start of an object or array.</param>
    /// <exception cref="JsonException">There is too little stack left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(ref Utf8JsonReader json)
    {
        if (json.CurrentDepth > Harmless && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new JsonException($"The JSON is nested too deep for this thread's stack (depth {json.CurrentDepth}).");
        }
    }
}
