namespace TikTok.ContentPosting;

/// <summary>An input of a workflow cannot be used. Nothing was sent. The message says which input it is and what to do, and never shows its value.</summary>
public sealed class InvalidInputException : ArgumentException
{
    internal InvalidInputException(string input, string message)
        : base($"Input '{input}': {message}", input) => Input = input;

    /// <summary>The input, as the workflow's document names it.</summary>
    public string Input { get; }

    /// <summary>Which input it is, what is wrong with it and what to do.</summary>
    // Without the parameter's name that ArgumentException appends.
    public override string Message => base.Message[..base.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)];
}
