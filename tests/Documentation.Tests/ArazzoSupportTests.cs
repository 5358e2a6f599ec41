using System.Text.RegularExpressions;
using Documentation.Tests.Markdown;

namespace Documentation.Tests;

/// <summary>Each row of the page about Arazzo names tests that exist, and each row of the tables of rules among the tests is on the page.</summary>
public sealed partial class ArazzoSupportTests
{
    // Whatever is added to one of these is a rule.
    private static readonly string[] Tables = ["SemanticsTests", "SpecificationRuleTests", "ConstructRuleTests"];

    private static readonly Lazy<Dictionary<string, string>> Classes = new(static () => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key!, static group => string.Join('\n', group.Select(File.ReadAllText)), StringComparer.Ordinal));

    private static IReadOnlyList<(string Rule, string Tests)> Rows { get; } =
        [.. Row().Matches(Repository.Read("docs/arazzo-support.md")).Select(static match => (match.Groups[1].Value, match.Groups[2].Value))];

    [Fact]
    public void Every_row__names_tests_that_exist()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, static row =>
        {
            var tests = Code().Matches(row.Tests).Select(static match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(tests);
            Assert.All(tests, static test => Assert.True(Exists(test), $"There is no test '{test}'."));
        });
    }

    [Fact]
    public void Every_rule_of_the_tables__is_a_row()
    {
        var named = Rows.SelectMany(static row => Code().Matches(row.Tests)).Select(static match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.All(Tables.SelectMany(static table => Cases(Classes.Value[table]).Select(rule => $"{table}: {rule}")), rule => Assert.Contains(rule, named));
    }

    [Theory]
    [InlineData("SemanticsTests: retry-limit-3", true)]
    [InlineData("SemanticsTests: retry-limit-4", false)]
    [InlineData("SemanticsTests.Cancellation_at_any_point__ends_the_run_without_another_request", true)]
    [InlineData("SemanticsTests.PlayAsync", false)]
    [InlineData("NoTests: retry-limit-3", false)]
    [InlineData("SemanticsTests", false)]
    public void Name__is_that_of_a_test_or_not(string name, bool exists) => Assert.Equal(exists, Exists(name));

    private static bool Exists(string test)
    {
        var parts = Name().Match(test);
        return parts.Success && Classes.Value.TryGetValue(parts.Groups[1].Value, out var text)
            && (parts.Groups[2].Value == "." ? Methods(text) : Cases(text)).Contains(parts.Groups[3].Value);
    }

    /// <summary>The methods that are the first after the attribute of a test.</summary>
    private static IEnumerable<string> Methods(string text) => Method().Matches(text).Select(static match => match.Groups[1].Value);

    /// <summary>The first texts of the rows of a class.</summary>
    private static IEnumerable<string> Cases(string text) => Case().Matches(text).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"^\| (?!rule |---)(.+?) \| .+ \| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(\w+)(\.|: )(.+)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^    \[(?:Fact|Theory)\]\n(?:(?!    public ).*\n)*    public [^\n(]*?(\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"^\s+(?:\[InlineData)?\(""([^""\\]+)"", ", RegexOptions.Multiline)]
    private static partial Regex Case();
}
