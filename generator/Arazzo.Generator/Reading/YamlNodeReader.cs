using System.Collections.Immutable;
using System.Globalization;
using Arazzo.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arazzo.Generator.Reading;

/// <summary>YAML 1.2 to nodes, on YamlDotNet's event parser.</summary>
internal sealed class YamlNodeReader
{
    private readonly YamlText _text;
    private readonly Parser _parser;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<AnchorName, Anchor> _anchors = [];
    private readonly HashSet<AnchorName> _openAnchors = [];
    private readonly StringPool _pool = new();
    private long _expandedValues;
    private int _depth;
    private int _deepest;

    private YamlNodeReader(YamlText text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _text = text;
        _parser = new Parser(new Scanner(new StringReader(text.Text), skipComments: true));
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="UnreadableTextException">The text is not YAML, holds nothing, or goes beyond the <see cref="ReadingLimits"/>.</exception>
    public static Node Read(string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var attempt = new DiagnosticBag(diagnostics.Path);
        if (YamlBlockReader.TryRead(text, previous, attempt, cancellationToken) is { } root)
        {
            diagnostics.Add(attempt);
            diagnostics.Layout = attempt.Layout;
            return root;
        }
        return ReadAll(YamlText.Prepare(text), diagnostics, cancellationToken);
    }

    /// <summary>Reads all of YAML, as slowly as that takes.</summary>
    public static Node ReadAll(YamlText prepared, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var attempt = new DiagnosticBag(diagnostics.Path);
        Node node;
        try
        {
            node = new YamlNodeReader(prepared, attempt, cancellationToken).ReadStream();
        }
        catch (UnreadableTextException exception) when (exception.Descriptor == DiagnosticDescriptors.InvalidYaml && prepared.WithEmptiedLines() is { } emptied)
        {
            attempt = new DiagnosticBag(diagnostics.Path);
            node = new YamlNodeReader(emptied, attempt, cancellationToken).ReadStream();
        }
        diagnostics.Add(attempt);
        return node;
    }

    private Node ReadStream()
    {
        MoveNext(); // stream start
        if (MoveNext() is not DocumentStart)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.EmptyFile, default);
        }
        MoveNext();
        var root = ReadNode();
        MoveNext(); // document end
        if (root is ScalarNode { Kind: ScalarKind.Null, Text: "" })
        {
            throw new UnreadableTextException(DiagnosticDescriptors.EmptyFile, default);
        }
        if (MoveNext() is DocumentStart second && MoveNext() is not Scalar { IsPlainImplicit: true, Value: "" })
        {
            _diagnostics.Report(DiagnosticDescriptors.MultipleDocuments, RangeOf(second.Start, second.End));
        }
        return root;
    }

    private Node ReadNode()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_parser.Current is AnchorAlias alias)
        {
            return ReadAlias(alias);
        }
        if (_parser.Current is not NodeEvent node)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.InvalidYaml, default, "a value is missing");
        }
        var (outerDeepest, before) = (_deepest, _expandedValues);
        _deepest = _depth;
        if (!node.Anchor.IsEmpty)
        {
            _openAnchors.Add(node.Anchor);
        }
        Node result = node switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence),
            _ => ReadMapping((MappingStart)node),
        };
        if (!node.Anchor.IsEmpty)
        {
            _openAnchors.Remove(node.Anchor);
            _anchors[node.Anchor] = new Anchor(result, _expandedValues - before, _deepest - _depth);
        }
        _deepest = Math.Max(_deepest, outerDeepest);
        return result;
    }

    private SequenceNode ReadSequence(SequenceStart start)
    {
        Enter(start);
        var range = StartOf(start);
        var items = ImmutableArray.CreateBuilder<Node>();
        while (MoveNext() is not SequenceEnd)
        {
            items.Add(ReadNode());
        }
        _depth--;
        TextRange? last = items.Count == 0 ? null : items[items.Count - 1].Range;
        return new SequenceNode(items.DrainToImmutable(), Close(range, start.Style == SequenceStyle.Flow, last));
    }

    private MappingNode ReadMapping(MappingStart start)
    {
        Enter(start);
        var range = StartOf(start);
        var mapping = new MappingBuilder(_diagnostics);
        TextRange? last = null;
        while (MoveNext() is not MappingEnd)
        {
            var keyEvent = _parser.Current!;
            var key = ReadNode();
            MoveNext();
            var value = ReadNode();
            last = value.Range;
            var keyRange = keyEvent is AnchorAlias ? RangeOf(keyEvent.Start, keyEvent.End) : key.Range;
            if (key is not ScalarNode scalar)
            {
                _diagnostics.Report(DiagnosticDescriptors.KeyIsNotScalar, keyRange.FirstLine, key.Describe());
            }
            else if (scalar.Text == "<<" && keyEvent is Scalar { Style: ScalarStyle.Plain, Tag.IsEmpty: true })
            {
                mapping.Merge(value);
            }
            else
            {
                mapping.Add(keyEvent is AnchorAlias ? new ScalarNode(scalar.Text, scalar.Kind, keyRange) : scalar, value);
            }
        }
        _depth--;
        return mapping.Build(Close(range, start.Style == MappingStyle.Flow, last));
    }

    private Node ReadAlias(AnchorAlias alias)
    {
        var range = RangeOf(alias.Start, alias.End);
        if (_openAnchors.Contains(alias.Value))
        {
            _diagnostics.Report(DiagnosticDescriptors.RecursiveAlias, range, alias.Value.Value);
            return new ScalarNode("", ScalarKind.Null, range);
        }
        if (!_anchors.TryGetValue(alias.Value, out var anchor))
        {
            _diagnostics.Report(DiagnosticDescriptors.UnknownAlias, range, alias.Value.Value);
            return new ScalarNode("", ScalarKind.Null, range);
        }
        _deepest = Math.Max(_deepest, _depth + anchor.Height);
        if (_deepest > ReadingLimits.Depth)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.NestedTooDeep, range, Invariant(ReadingLimits.Depth));
        }
        _expandedValues += anchor.ExpandedValues;
        if (_expandedValues > ReadingLimits.ExpandedValues)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.ExpandsTooFar, range, Invariant(ReadingLimits.ExpandedValues));
        }
        return anchor.Node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        // Long text counts for more, or one long text would expand without limit.
        _expandedValues += 1 + (scalar.Value.Length / 256);
        var text = _pool.Get(_text.Restore(scalar.Value));
        var range = YamlScalarRange.Of(scalar, _text.Text);
        if (scalar.Tag.IsEmpty || CoreSchema.FromTag(scalar.Tag.Value) is not { } kind)
        {
            return new ScalarNode(text, scalar.Style == ScalarStyle.Plain ? CoreSchema.Resolve(text) : ScalarKind.String, range);
        }
        if (!CoreSchema.Allows(kind, text))
        {
            _diagnostics.Report(DiagnosticDescriptors.InvalidTag, range.FirstLine, text, kind.ToString().ToLowerInvariant());
            kind = ScalarKind.String;
        }
        return new ScalarNode(text, kind, range);
    }

    private void Enter(NodeEvent start)
    {
        _expandedValues++;
        _deepest = Math.Max(_deepest, ++_depth);
        if (_depth > ReadingLimits.Depth)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.NestedTooDeep, RangeOf(start.Start, start.End), Invariant(ReadingLimits.Depth));
        }
    }

    private ParsingEvent? MoveNext()
    {
        var last = _parser.Current;
        try
        {
            return _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException exception)
        {
            var (line, column) = ((int)exception.Start.Line - 1, (int)exception.Start.Column - 1);
            var isAboutTab = exception.Message.IndexOf(" tab", StringComparison.Ordinal) >= 0;
            var range = (isAboutTab ? _text.FindIndentingTab(line) : null) ?? _text.RangeAt(line, column);
            throw new UnreadableTextException(DiagnosticDescriptors.InvalidYaml, range, Reason(exception.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // What YamlDotNet throws for some malformed texts, for example a flow mapping whose lines are not indented. It says no place: what follows the last event is wrong.
            var range = last is null ? default : _text.RangeAt((int)last.End.Line - 1, (int)last.End.Column - 1);
            throw new UnreadableTextException(DiagnosticDescriptors.InvalidYaml, range, "what follows here cannot be read; check its indentation and brackets");
        }
    }

    // With an anchor or a tag, a collection's event begins at these and ends where the collection begins.
    private static TextRange StartOf(NodeEvent start)
    {
        var mark = start.Anchor.IsEmpty && start.Tag.IsEmpty ? start.Start : start.End;
        return RangeOf(mark, mark);
    }

    private TextRange Close(TextRange start, bool isFlow, TextRange? last)
    {
        var end = _parser.Current!.Start;
        var (line, column) = isFlow ? ((int)end.Line - 1, (int)end.Column) : (last?.EndLine ?? start.EndLine, last?.EndColumn ?? start.EndColumn);
        return line < start.StartLine ? start : new TextRange(start.StartLine, start.StartColumn, line, column);
    }

    private static TextRange RangeOf(Mark start, Mark end) => new((int)start.Line - 1, (int)start.Column - 1, (int)end.Line - 1, (int)end.Column - 1);

    private static string Reason(string message)
    {
        var reason = message.TrimEnd('.');
        return reason.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(reason[0]) + reason.Substring(1);
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Node">What the anchor names.</param>
    /// <param name="ExpandedValues">How many values that is, with the aliases in it written out.</param>
    /// <param name="Height">How many levels it is high.</param>
    private readonly record struct Anchor(Node Node, long ExpandedValues, int Height);
}
