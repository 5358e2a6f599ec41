using System.Globalization;
using System.Text;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class ReadingLimitsTests
{
    [Theory]
    [InlineData("[", "]", "test.yaml")]
    [InlineData("[", "]", "test.json")]
    [InlineData("{\"a\":", "1}", "test.json")]
    [InlineData("{a: ", "}", "test.yaml")]
    public void Nesting_up_to_the_limit__is_read_and_beyond_it_is_reported(string open, string close, string path)
    {
        string Nest(int levels) => open + Repeat(open, levels - 2) + (open.StartsWith('{') ? open : "[") + (close == "1}" ? "1}" + Repeat("}", levels - 1) : Repeat(close, levels));

        Assert.NotNull(Read(Nest(ReadingLimits.Depth), path));
        var column = 1 + (open.Length * ReadingLimits.Depth);
        Assert.Equal($"ARZ0011 1:{column}", Assert.Single(TryRead(Nest(ReadingLimits.Depth + 1), path).Diagnostics).Split('-')[0]);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[[{x: ")]
    public void Endless_nesting__is_given_up_early(string open)
    {
        Assert.StartsWith("ARZ0011 1:", Assert.Single(TryRead(Repeat(open, 200_000)).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_by_aliases__counts()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var index = 1; index < 1000; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{index}: &a{index} [*a{index - 1}]\n");
        }

        // The root is a level as well: a254 is 255 levels high, and a255 does not fit.
        Assert.Equal(["ARZ0011 256:14-256:19"], TryRead(text.ToString()).Diagnostics);
    }

    [Fact]
    public void Aliases_that_double_again_and_again__are_reported_where_it_is_too_much()
    {
        var text = new StringBuilder("a: &a [x, x]\n");
        for (var name = 'b'; name <= 'z'; name++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: &{name} [*{(char)(name - 1)}, *{(char)(name - 1)}]\n");
        }

        var (node, diagnostics) = TryRead(text.ToString());

        Assert.Null(node);
        Assert.Equal(["ARZ0012 21:8-21:10"], diagnostics);
    }

    [Fact]
    public void Aliases_of_a_long_text__count_by_its_length()
    {
        var text = "a: &a " + new string('x', 1_000_000) + "\nb: [" + Repeat("*a, ", 2000) + "]\n";

        Assert.StartsWith("ARZ0012 2:", Assert.Single(TryRead(text).Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_beyond_the_limit__is_reported_unread()
    {
        Assert.Equal(["ARZ0013 1:1-1:1"], TryRead(new string(' ', ReadingLimits.Characters + 1)).Diagnostics);
    }

    [Fact]
    public void Long_document__keeps_every_value_and_its_place()
    {
        const int Lines = 200_000;
        var text = new StringBuilder("openapi: 3.1.0\nlist:\n");
        for (var index = 0; index < Lines; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {{name: item{index}, text: 'some words to fill the line', flag: true}}\n");
        }
        Assert.True(text.Length > 10_000_000);

        var list = Assert.IsType<SequenceNode>(((MappingNode)Read(text.ToString()))["list"]);

        Assert.Equal(Lines, list.Items.Length);
        Assert.Equal($"{Lines + 2}:3", Format(list.Items[^1].Range).Split('-')[0]);
    }

    [Fact]
    public void Cancellation__is_honoured()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => NodeReader.Read("a.yaml", "a: [1]", null, new DiagnosticBag("a.yaml"), source.Token));
        Assert.Throws<OperationCanceledException>(() => NodeReader.Read("a.json", "[1]", null, new DiagnosticBag("a.json"), source.Token));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
