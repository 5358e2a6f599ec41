using System.Globalization;
using System.Runtime.CompilerServices;
using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>
/// Documents are edited at random, again and again: after each edit, a driver that has seen all versions before comes to what one comes to that sees this one first, to the last
/// column of each diagnostic. <c>ARAZZO_FUZZ_MUTATIONS</c> sets how many edits there are of each document, <c>ARAZZO_FUZZ_SEED</c> which, to look for more by hand.
/// </summary>
public sealed class EditTests
{
    private const int LargestDocument = 60_000;
    private const int ForkedOneOf = 5;

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Edits");

    public static TheoryData<string> Ours() =>
    [
        "specs/openapi/tiktok-content-posting-openapi.yml", "specs/openapi/tiktok-display-openapi.yml", "specs/openapi/tiktok-oauth-openapi.yml", "specs/openapi/tiktok-webhooks-openapi.yml",
        "specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml", "specs/arazzo/tiktok-posting-workflows.yml",
    ];

    public static TheoryData<string> Written() => [.. EditedDocuments.All.Keys];

    public static TheoryData<string> Providers() => [.. CorpusDocuments.Providers];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Document_of_ours_is_edited__what_comes_out_is_what_it_would_be_at_first_sight(string path) => Edit(path, Workflows.Documents.Read(path), Setting("MUTATIONS", 10));

    [Theory]
    [MemberData(nameof(Written))]
    public void Document_with_all_that_reading_depends_on_is_edited__what_comes_out_is_what_it_would_be_at_first_sight(string name) =>
        Edit("specs/a.yml", EditedDocuments.All[name], Setting("MUTATIONS", 60));

    [Theory]
    [MemberData(nameof(Providers))]
    public void Documents_of_a_provider_are_edited__what_comes_out_is_what_it_would_be_at_first_sight(string provider) => Assert.All(
        CorpusDocuments.Read(provider).Where(static file => file.Path.EndsWith("ml", StringComparison.Ordinal) && file.Text.Length < LargestDocument).ToList(),
        static file => Edit("specs/a.yml", file.Text, Setting("MUTATIONS", 1)));

    [Theory]
    [InlineData("references", "in: path\n      required: true", "in: query")]
    [InlineData("references", "style: matrix", "required: perhaps")]
    [InlineData("references", "    page:\n      name: page", "    page:\n      name: id")]
    [InlineData("references", "/a/{id}:\n    parameters:\n    - $ref: '#/components/parameters/id'", "/a/{id}:\n    parameters:\n    - $ref: '#/components/parameters/page'")]
    [InlineData("references", "openapi: 3.1.0", "openapi: 3.0.3")]
    [InlineData("references", "info:", "# A comment.\n\ninfo:")]
    [InlineData("references", "operationId: getB", "operationId: getA")]
    [InlineData("identifiers and fragments", "https://example.com/api", "https://example.org/api")]
    [InlineData("identifiers and fragments", "$anchor: leaf", "$anchor: sheet")]
    [InlineData("swagger", "application/xml", "application/json")]
    [InlineData("swagger", "in: body", "in: formData")]
    public void One_place_is_edited__what_depends_on_it_is_what_it_would_be_at_first_sight(string name, string oldText, string newText)
    {
        var test = GeneratorTest.Of("specs/a.yml", EditedDocuments.All[name]);
        var file = test.GetFiles()[0];
        var edited = test.WithEdit("specs/a.yml", oldText, newText);
        var driver = test.CreateDriver([file]).RunGenerators(Empty, TestContext.Current.CancellationToken).ReplaceAdditionalText(file, edited.GetFiles()[0]);
        Assert.Equal(
            Print(edited.CreateDriver(edited.GetFiles()).RunGenerators(Empty, TestContext.Current.CancellationToken)), Print(driver.RunGenerators(Empty, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Versions_that_are_gone__are_not_held()
    {
        var text = EditedDocuments.All["references"];
        var test = GeneratorTest.Of("specs/a.yml", text);
        var (driver, gone) = EditTwice(test, text);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(gone.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Gone) EditTwice(GeneratorTest test, string text)
    {
        // The blocks of the first version are still those of the third.
        var versions = new[] { "", "# One more.\n", "# One more.\n# And another.\n" }.Select(head => test.With("specs/a.yml", head + text).GetFiles()[0]).ToList();
        var gone = new WeakReference(versions[1].Text);
        var driver = test.CreateDriver([versions[0]]).RunGenerators(Empty, TestContext.Current.CancellationToken);
        for (var version = 1; version < versions.Count; version++)
        {
            driver = driver.ReplaceAdditionalText(versions[version - 1], versions[version]).RunGenerators(Empty, TestContext.Current.CancellationToken);
        }
        return (driver, gone);
    }

    private static void Edit(string path, string text, int edits)
    {
        var editor = new Editor(text, Setting("SEED", 1) + path.Length);
        var test = GeneratorTest.Of(path, text);
        var file = test.GetFiles()[0];
        var (first, driver) = (file, test.CreateDriver([file]).RunGenerators(Empty, TestContext.Current.CancellationToken));
        var firstDriver = driver;
        for (var edit = 0; edit < edits; edit++)
        {
            var before = editor.Text;
            var what = editor.Edit();
            test = test.With(path, editor.Text);
            var edited = test.GetFiles()[0];
            driver = driver.ReplaceAdditionalText(file, edited).RunGenerators(Empty, TestContext.Current.CancellationToken);
            file = edited;
            // An editor may go on from a driver that another one was made of already.
            var fork = edit % ForkedOneOf == 0 ? firstDriver.ReplaceAdditionalText(first, file).RunGenerators(Empty, TestContext.Current.CancellationToken) : driver;
            var fresh = test.CreateDriver([file]).RunGenerators(Empty, TestContext.Current.CancellationToken);
            foreach (var other in new[] { driver, fork })
            {
                var (expected, actual) = (Print(fresh), Print(other));
                Assert.True(expected == actual, $"Edit {edit}, {what}:\n{Difference(expected, actual)}\n\n=== before\n{before}\n\n=== after\n{editor.Text}");
            }
        }
    }

    private static string Print(GeneratorDriver driver)
    {
        var run = driver.GetRunResult().Results[0];
        Assert.Null(run.Exception);
        return string.Join('\n', run.Diagnostics.Select(static diagnostic => diagnostic.ToString()))
            + string.Concat(run.GeneratedSources.Select(static source => $"\n=== {source.HintName}\n{source.SourceText}"));
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var at = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"expected: {left.ElementAtOrDefault(at)}\nactual:   {right.ElementAtOrDefault(at)}";
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("ARAZZO_FUZZ_" + name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
