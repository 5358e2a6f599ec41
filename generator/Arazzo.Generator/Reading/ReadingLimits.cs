namespace Arazzo.Generator.Reading;

/// <summary>What protects the compiler, which runs the generator in its own process, from hostile documents.</summary>
internal static class ReadingLimits
{
    /// <summary>Levels of mappings and sequences inside each other, aliases followed.</summary>
    public const int Depth = 256;

    /// <summary>Values with every alias written out.</summary>
    public const int ExpandedValues = 5_000_000;

    /// <summary>Characters of a file.</summary>
    public const int Characters = 64 * 1024 * 1024;
}
