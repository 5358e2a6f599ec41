using System.Globalization;
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

    /// <summary>How the file's text is divided, which ranges go by.</summary>
    public TextLayout Layout { get; set; } = new("");

    public int Count => _items.Count;

    public bool HasErrors => _items.Exists(static item => item.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        _items.Add(DiagnosticInfo.Create(descriptor, Path, Layout.Absolute(range), arguments));

    /// <summary>The line that a range begins in, one-based, for a message.</summary>
    public string Line(TextRange range) => (Layout.Absolute(range).StartLine + 1).ToString(CultureInfo.InvariantCulture);

    public void Add(DiagnosticBag other) => _items.AddRange(other._items);

    /// <summary>What was reported, in the order of the text: what was found first does not matter.</summary>
    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _items
        .OrderBy(static item => (item.Range.StartLine, item.Range.StartColumn))
        .ThenBy(static item => item.Descriptor.Id, StringComparer.Ordinal)
        .ThenBy(static item => string.Concat(item.Arguments), StringComparer.Ordinal)
        .ToEquatableArray();
}
