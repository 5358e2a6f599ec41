using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>One operation of the API.</summary>
internal abstract class Endpoint
{
    public abstract EmulatorOperation Operation { get; }

    public abstract string Path { get; }

    /// <summary>The scopes of which the token must have one.</summary>
    public abstract IReadOnlyList<string> Scopes { get; }

    public abstract int RequestsPerMinute { get; }

    /// <summary>Does what the operation does.</summary>
    /// <returns>The answer's <c>data</c>, null for an answer without.</returns>
    /// <exception cref="RefusalException">TikTok would refuse.</exception>
    public abstract JsonObject? Handle(Call call);
}
