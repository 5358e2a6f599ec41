using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Reading;

/// <summary>Short forms for tests about texts, nodes and places.</summary>
internal static class ReadingAssert
{
    public static Node Read(string text, string path = "test.yaml")
    {
        var diagnostics = new DiagnosticBag(path);
        var node = NodeReader.Read(path, text, diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(Format(diagnostics));
        return Assert.IsType<Node>(node, exactMatch: false);
    }

    public static (Node? Node, string[] Diagnostics) TryRead(string text, string path = "test.yaml")
    {
        var diagnostics = new DiagnosticBag(path);
        var node = NodeReader.Read(path, text, diagnostics, TestContext.Current.CancellationToken);
        return (node, Format(diagnostics));
    }

    /// <summary><c>ARZ0006 2:1-2:2</c>: one-based lines and columns, as compilers print them; the end exclusive.</summary>
    public static string[] Format(DiagnosticBag diagnostics) =>
        [.. diagnostics.ToEquatableArray().Select(static item => $"{item.Descriptor.Id} {Format(item.Range)}")];

    public static string Format(TextRange range) => range.ToString();

    /// <summary>The stretch of the text that a range stands for.</summary>
    public static string Slice(string text, TextRange range)
    {
        var source = Microsoft.CodeAnalysis.Text.SourceText.From(text);
        return source.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(
            source.Lines[range.StartLine].Start + range.StartColumn, source.Lines[range.EndLine].Start + range.EndColumn));
    }
}
