using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Reading;

/// <summary>Short forms for tests about texts, nodes and places.</summary>
internal static class ReadingAssert
{
    public static Node Read(string text, string path = "test.yaml")
    {
        var diagnostics = new DiagnosticBag(path);
        var node = NodeReader.Read(path, text, null, diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(Format(diagnostics));
        return Absolute(Assert.IsType<Node>(node, exactMatch: false), diagnostics.Layout);
    }

    public static (Node? Node, string[] Diagnostics) TryRead(string text, string path = "test.yaml")
    {
        var diagnostics = new DiagnosticBag(path);
        var node = NodeReader.Read(path, text, null, diagnostics, TestContext.Current.CancellationToken);
        return (node is null ? null : Absolute(node, diagnostics.Layout), Format(diagnostics));
    }

    /// <summary>The node with places in the text in place of those in its blocks.</summary>
    private static Node Absolute(Node root, TextLayout layout)
    {
        var known = new Dictionary<Node, Node>();
        return Of(root);

        Node Of(Node node)
        {
            if (!known.TryGetValue(node, out var copy))
            {
                var range = layout.Absolute(node.Range);
                copy = node switch
                {
                    ScalarNode scalar => new ScalarNode(scalar.Text, scalar.Kind, range),
                    SequenceNode sequence => new SequenceNode([.. sequence.Items.Select(Of)], range),
                    MappingNode mapping => new MappingNode([.. mapping.Entries.Select(entry => new MappingEntry((ScalarNode)Of(entry.Key), Of(entry.Value)))], range),
                    _ => throw new InvalidOperationException(),
                };
                known.Add(node, copy);
            }
            return copy;
        }
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
