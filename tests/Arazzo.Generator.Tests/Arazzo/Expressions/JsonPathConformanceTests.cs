using System.Text.Json;
using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class JsonPathConformanceTests
{
    [Fact]
    public void Compliance_test_suite_selectors_are_valid_exactly_when_it_says_so()
    {
        var wrong = new List<string>();
        foreach (var file in SharedFolder.Files("conformance", "jsonpath-cts.json"))
        {
            using var suite = JsonDocument.Parse(File.ReadAllText(file));
            var cases = suite.RootElement.GetProperty("tests").EnumerateArray().ToList();
            Assert.True(cases.Count >= 703);
            foreach (var testCase in cases)
            {
                var selector = testCase.GetProperty("selector").GetString()!;
                var valid = !testCase.TryGetProperty("invalid_selector", out _);
                var result = JsonPathParser.ParseQuery(selector);
                if (valid != result.Value is not null || valid != result.Error is null)
                {
                    wrong.Add($"{testCase.GetProperty("name").GetString()}: {selector}: {result.Error?.Message ?? "accepted"}");
                }
            }
        }
        Assert.Empty(wrong);
    }
}
