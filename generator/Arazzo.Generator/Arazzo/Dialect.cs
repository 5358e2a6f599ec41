namespace Arazzo.Generator.Arazzo;

/// <summary>How far a document may stray from the letter of the specification.</summary>
internal enum Dialect
{
    /// <summary>What real documents write is read wherever there is one sensible reading, and reported as information.</summary>
    Compat,

    /// <summary>Only what the specification allows.</summary>
    Strict,
}
