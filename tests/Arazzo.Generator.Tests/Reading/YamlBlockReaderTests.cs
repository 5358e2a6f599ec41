using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Reading;

/// <summary>What is read fast is read as YamlDotNet reads it: the same values at the same places.</summary>
public sealed class YamlBlockReaderTests
{
    private const int MutationsOfDocument = 400;

    [Theory]
    [InlineData("a: 1\nb: two words\n")]
    [InlineData("---\na: b\n")]
    [InlineData("# comment\na: b # comment\n\n  # comment\nc: d#e\n")]
    [InlineData("a:\n  b:\n    c: ~\n  d:\ne:\n")]
    [InlineData("a:\n- b\n- c: 1\n  d: 2\n-\n  e: f\n- - g\n  - h\ni: j\n")]
    [InlineData("a:\n  - b\n  -   c: 1\n      d: 2\n")]
    [InlineData("'a': 'it''s'\n\"b c\" : \"x \\\"y\\\" \\\\ \\/ \\n\"\n/d/{e}: http://f:80/g\n")]
    [InlineData("a: |\n  one\n    two\n\n  three\n\n\nb: >-\n  one\n  two\n\n\n  three\n# comment\nc: d\n")]
    [InlineData("a: b\n  c\n\n  d\ne:\n- f\n  g\n")]
    [InlineData("a: []\nb: {}\nc: [ d, 'e', \"f\", 1, true ]\nd: x\n")]
    [InlineData("a: true\nb: NO\nc: 0777\nd: 1.5e3\ne: 2024-01-01\n")]
    [InlineData("a: b\r\nc: |-\r\n  d\r\n  e\r\nf: g")]
    [InlineData("a: 1\nb: 2\na: 3\n")]
    [InlineData("a: 'b\n  c ''d''\n\n\n  e: f'\nb: \"x \n  y # z\"  # comment\nc:\n- 'one\n\n  '\n- two\n")]
    [InlineData("a:\n  b: 'c\n\n    '\n  d: 'e\r\n\r\n    - f\r\n    g: h'\r\n  i: j\n")]
    [InlineData("a: \"b\n  c\"\n")]
    [InlineData("ключ: 🐈 значение\n")]
    public void Usual_text__is_read_fast(string text) => Assert.True(IsReadFast(text));

    [Theory]
    [InlineData("a: &b c\nd: *b\n")]
    [InlineData("a: !!str 1\n")]
    [InlineData("<<: {}\na: b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a:\tb\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: {b: c}\n")]
    [InlineData("a: 'b\nc'\n")]
    [InlineData("a:\n  b: 'c\n  d'\n")]
    [InlineData("a: '\n  b'\n")]
    [InlineData("a: 'b\n  # c'\n")]
    [InlineData("a: \"b \\\n  c\"\n")]
    [InlineData("a: 'b\n\tc'\n")]
    [InlineData("a: 'b\n  c' d\n")]
    [InlineData("a: 'b\n  c\n")]
    [InlineData("a: 'b\n---\n  c'\n")]
    [InlineData("a: |2\n  b\n")]
    [InlineData("a: >\n  b\n    c\n")]
    [InlineData("a: 1\n b: 2\n")]
    [InlineData("a:\n    b: 1\n  c: 2\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a: b\rc: d\n")]
    [InlineData("- a\n")]
    [InlineData("a\n")]
    public void What_is_not_certain__is_left_alone(string text) => Assert.False(IsReadFast(text));

    [Theory]
    [InlineData("specs/openapi/tiktok-content-posting-openapi.yml")]
    [InlineData("specs/openapi/tiktok-display-openapi.yml")]
    [InlineData("specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml")]
    public void Damaged_documents__are_read_as_they_are_or_left_alone(string path)
    {
        var random = new Random(path.Length);
        var lines = Workflows.Documents.Read(path).Split('\n');
        var fast = 0;
        for (var mutation = 0; mutation < MutationsOfDocument; mutation++)
        {
            var window = lines.Skip(random.Next(lines.Length - 20)).Take(20).ToList();
            Damage(window, random);
            fast += IsReadFast(string.Join('\n', window)) ? 1 : 0;
        }
        Assert.True(fast > 0, "Nothing was read fast: this shows nothing.");
    }

    [Theory]
    [InlineData("a:\n  b: 1\n  c: 2\n", "a:\n  b: 1\n  c: 2\n  d: 3\n", "b c")]
    [InlineData("a:\n  b: 1\n  c: 2\n  d: 3\n", "a:\n  b: 1\n  c: 2\n", "b c")]
    [InlineData("a:\n  b: 1\n  c: 2", "a:\n  b: 1\n  c: 2\n  d: 3\n", "b")]
    [InlineData("a:\n  b:\n    c: d\n", "# one\n# two\na:\n  x: y\n  b:\n    c: d\n  e: f\n", "b")]
    [InlineData("a:\n  b:\n    c: d\n  e: f\n", "a:\n  e: f\n  b:\n    c: d\n", "b e")]
    [InlineData("a:\n  b:\n  c: d\n", "a:\n  b:\n  - x\n  c: d\n", "c")]
    [InlineData("a:\n  b: |\n    c\n  d: e\n", "a:\n  b: |\n    c\n    # more\n  d: e\n", "d")]
    [InlineData("a:\n  b: c\n  d: e\n", "a:\n  b: c\n    more\n  d: e\n", "d")]
    [InlineData("a:\n  b: c\n  d: e\n", "a:\n  b: c\n  # a comment\n  d: e\n", "d")]
    [InlineData("a:\n  b: c\n  d: e\n", "a:\n  b: c\n\n  d: e\n", "d")]
    [InlineData("a:\n  b: c\n\n  # a comment\n  d: e\n", "a:\n  x: 1\n  b: c\n\n  # a comment\n  d: e\n", "b d")]
    [InlineData("a:\n  b: c\n  b: c\n", "a:\n  b: c\n  b: c\n", "b")]
    [InlineData("a:\n  b:\n    c: 1\n    c: 2\n  d: e\n", "a:\n  x: y\n  b:\n    c: 1\n    c: 2\n  d: e\n", "d")]
    [InlineData("a:\n  b: c\nparts:\n  b: c\n", "parts:\n  b: c\na:\n  b: c\n", "b b")]
    [InlineData("components:\n  a:\n    b: c\n", "components:\n  x:\n    y: z\n  a:\n    b: c\n", "b")]
    [InlineData("components:\n  a: b\n  c:\n    d: e\n    f: g\n", "components:\n  c:\n    f: g\n    d: x\n", "f")]
    [InlineData("a:\n  b: c\r\n  d: e\r\n", "a:\n  b: c\n  d: e\r\n", "d")]
    [InlineData("a:\n  'b': c\n", "a:\n  b: c\n", "")]
    [InlineData("a:\n  b: c\n", "a:\n    b: c\n", "")]
    public void Text_is_edited__blocks_that_are_the_same_are_taken_over_at_their_new_place(string before, string after, string kept)
    {
        var taken = Reread(before, after);
        Assert.Equal(kept, string.Join(' ', taken.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Texts_are_edited_at_random__they_are_read_as_at_first_sight()
    {
        const int Edits = 800;
        const string Text = "a:\n  b: c\n  d:\n    e: >-\n      f\n      g\n\n    h: |\n      i\n  # j\n  k:\n  - l\n  - m: n\n    o: p\nq: 'r\n\n  s'\ncomponents:\n  s:\n    t: u v\n      w\n    x:\n      y: 'z'\n\n\n  aa: []\n  s2:\n    bb:\n    cc: {}\n";
        var random = new Random(1);
        var (before, kept) = (Text, 0);
        for (var edit = 0; edit < Edits; edit++)
        {
            var lines = before.Split('\n').ToList();
            Damage(lines, random);
            var after = random.Next(6) == 0 ? Text : string.Join('\n', lines);
            if (after.Trim().Length > 0)
            {
                kept += Reread(before, after).Count;
                before = after;
            }
        }
        Assert.True(kept > Edits, "Hardly anything was taken over: this shows nothing.");
    }

    /// <summary>Reads a text after another one, and compares it with what it is when it is read first.</summary>
    /// <returns>The keys of the blocks that were taken over.</returns>
    private static List<string> Reread(string before, string after)
    {
        var (old, _, known) = Read(before, null);
        var (_, expected, _) = Read(after, null);
        var (_, actual, entries) = Read(after, old);
        Assert.True(expected == actual, $"{expected}\n{actual}\n=== before\n{before}\n=== after\n{after}");
        return [.. entries.Where(known.Contains).Select(static entry => entry.Key.Text)];

        static (TextLayout Layout, string Report, HashSet<MappingEntry> Entries) Read(string text, TextLayout? previous)
        {
            var diagnostics = new DiagnosticBag("specs/test.yml");
            var node = NodeReader.Read("specs/test.yml", text, previous, diagnostics, TestContext.Current.CancellationToken);
            var entries = new HashSet<MappingEntry>(ReferenceEqualityComparer.Instance);
            Collect(node, entries);
            return (diagnostics.Layout, (node is null ? "" : Print(node, diagnostics.Layout)) + string.Join('\n', diagnostics.ToEquatableArray()), entries);
        }
    }

    private static void Collect(Node? node, HashSet<MappingEntry> entries)
    {
        foreach (var entry in (node as MappingNode)?.Entries ?? [])
        {
            if (entry.Key.Range.Block is not null)
            {
                entries.Add(entry);
            }
            else
            {
                Collect(entry.Value, entries);
            }
        }
    }

    private static void Damage(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var line = lines[at];
        switch (random.Next(7))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines[at] = " " + line;
                break;
            case 2:
                lines[at] = line.Length > 0 ? line[1..] : "  ";
                break;
            case 3:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 4:
                lines[at] = line.Insert(random.Next(line.Length + 1), " :#-'\"|>&*!?[]{},\t%~\\\r"[random.Next(22)].ToString());
                break;
            case 5:
                lines.Insert(at, new string(' ', random.Next(8)) + (random.Next(2) == 0 ? "# comment" : ""));
                break;
            default:
                lines[at] = line.TrimEnd() + (random.Next(2) == 0 ? " # comment" : "  ");
                break;
        }
    }

    private static bool IsReadFast(string text)
    {
        var diagnostics = new DiagnosticBag("specs/test.yml");
        if (YamlBlockReader.TryRead(text, null, diagnostics, TestContext.Current.CancellationToken) is not { } node)
        {
            return false;
        }
        var expectedDiagnostics = new DiagnosticBag("specs/test.yml");
        var expected = YamlNodeReader.ReadAll(YamlText.Prepare(text), expectedDiagnostics, TestContext.Current.CancellationToken);
        Assert.Equal(Print(expected, expectedDiagnostics.Layout), Print(node, diagnostics.Layout));
        Assert.Equal(expectedDiagnostics.ToEquatableArray(), diagnostics.ToEquatableArray());
        return true;
    }

    private static string Print(Node node, TextLayout layout) => layout.Absolute(node.Range) + " " + node switch
    {
        ScalarNode scalar => $"{scalar.Kind} '{scalar.Text}'\n",
        SequenceNode sequence => "[\n" + string.Concat(sequence.Items.Select(item => Print(item, layout))) + "]\n",
        MappingNode mapping => "{\n" + string.Concat(mapping.Entries.Select(entry => Print(entry.Key, layout) + Print(entry.Value, layout))) + "}\n",
        _ => throw new InvalidOperationException(),
    };
}
