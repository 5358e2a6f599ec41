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
    [InlineData("a: \"b\n  c\"\n")]
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
        if (YamlBlockReader.TryRead(text, diagnostics, TestContext.Current.CancellationToken) is not { } node)
        {
            return false;
        }
        var expectedDiagnostics = new DiagnosticBag("specs/test.yml");
        var expected = YamlNodeReader.ReadAll(YamlText.Prepare(text), expectedDiagnostics, TestContext.Current.CancellationToken);
        Assert.Equal(Print(expected), Print(node));
        Assert.Equal(expectedDiagnostics.ToEquatableArray(), diagnostics.ToEquatableArray());
        return true;
    }

    private static string Print(Node node) => node.Range + " " + node switch
    {
        ScalarNode scalar => $"{scalar.Kind} '{scalar.Text}'\n",
        SequenceNode sequence => "[\n" + string.Concat(sequence.Items.Select(Print)) + "]\n",
        MappingNode mapping => "{\n" + string.Concat(mapping.Entries.Select(static entry => Print(entry.Key) + Print(entry.Value))) + "}\n",
        _ => throw new InvalidOperationException(),
    };
}
