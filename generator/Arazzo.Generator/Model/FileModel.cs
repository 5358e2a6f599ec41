namespace Arazzo.Generator.Model;

/// <summary>What one output of the generator shows.</summary>
/// <remarks>
/// Models are what the pipeline compares to decide whether to emit again. So they hold values only: no nodes, positions, symbols or
/// arrays, nothing that can be derived, and other types by name.
/// </remarks>
/// <param name="HintName">The file's name in the compilation without its extension, unique without regard to case.</param>
internal abstract record FileModel(string HintName);
