using Arazzo.Generator.Model;
using Arazzo.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>Collects what one stage has to say about one file.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly List<DiagnosticInfo> _items = [];

    /// <summary>The file that the diagnostics are about.</summary>
    public string Path { get; } = path;

    public bool HasErrors => _items.Exists(static item => item.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        _items.Add(DiagnosticInfo.Create(descriptor, Path, range, arguments));

    public void Add(DiagnosticBag other) => _items.AddRange(other._items);

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items.ToEquatableArray();
}
