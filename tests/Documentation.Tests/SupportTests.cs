using System.Text.RegularExpressions;
using Documentation.Tests.Markdown;

namespace Documentation.Tests;

/// <summary>What the page about OpenAPI says is there has a test of its name, and whatever has one is on the page.</summary>
public sealed partial class SupportTests
{
    private const string Tests = "tests/Arazzo.Generator.Tests/OpenApi/Features";

    [Fact]
    public void Every_row_is_a_test_and_every_test_a_row()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, Tests), "*FeatureTests.cs")
            .SelectMany(static file => Feature().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups[1].Value);
        var rows = Row().Matches(Repository.Read("docs/openapi-support.md")).Select(static match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(tests.Distinct().Order(StringComparer.Ordinal), rows.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?:InlineData\(|Trait\(""Feature"", )""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Feature();

    [GeneratedRegex(@"^\| ✓ \| (.+) \| \[[^\]]+\]\([^)]+\) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
