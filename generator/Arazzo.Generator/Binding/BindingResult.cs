using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding;

/// <summary>What binding decided: the C# files to emit and what is wrong with the specifications.</summary>
internal sealed record BindingResult(EquatableArray<FileModel> Files, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static BindingResult Empty { get; } = new([], []);

    public static BindingResult Failed(DiagnosticInfo diagnostic) => new([], [diagnostic]);

    /// <summary>Leaves out files whose name is taken: the compiler would drop everything that the generator made.</summary>
    public BindingResult WithDistinctHintNames()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<FileModel>(Files.Count);
        var diagnostics = new List<DiagnosticInfo>(Diagnostics);
        foreach (var file in Files)
        {
            if (names.Add(file.HintName))
            {
                distinct.Add(file);
            }
            else
            {
                diagnostics.Add(Fault.Create(path: null, file.HintName, "two files have this name"));
            }
        }
        return distinct.Count == Files.Count ? this : new BindingResult(distinct.ToEquatableArray(), diagnostics.ToEquatableArray());
    }
}
