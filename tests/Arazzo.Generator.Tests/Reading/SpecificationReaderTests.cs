using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class SpecificationReaderTests
{
    [Theory]
    [InlineData("openapi: 3.1.0", nameof(SpecificationKind.OpenApi), "3.1.0")]
    [InlineData("info: {}\nopenapi: 3.0", nameof(SpecificationKind.OpenApi), "3.0")]
    [InlineData("swagger: '2.0'", nameof(SpecificationKind.OpenApi), "2.0")]
    [InlineData("{\"arazzo\": \"1.0.1\"}", nameof(SpecificationKind.Arazzo), "1.0.1")]
    public void Root_key__tells_the_kind(string text, string kind, string version)
    {
        var diagnostics = new DiagnosticBag("a.yaml");
        var specification = SpecificationReader.Read("a.yaml", text, null, diagnostics, CancellationToken.None);

        Assert.Empty(Format(diagnostics));
        Assert.Equal((kind, version), (specification!.Kind.ToString(), specification.Version!.Text));
    }

    [Theory]
    [InlineData("# c\ncomponents:\n  schemas: {}\n", nameof(SpecificationKind.Fragment))]
    [InlineData("{}", nameof(SpecificationKind.Fragment))]
    [InlineData("openapi: {}\n", nameof(SpecificationKind.Fragment))]
    [InlineData("info: {}\npaths: {}\n", nameof(SpecificationKind.OpenApi))]
    public void Root_without_such_a_key__is_a_fragment_unless_it_says_more(string text, string kind)
    {
        var diagnostics = new DiagnosticBag("a.yaml");
        var specification = SpecificationReader.Read("a.yaml", text, null, diagnostics, CancellationToken.None);

        Assert.Empty(Format(diagnostics));
        Assert.Equal((kind, null), (specification!.Kind.ToString(), specification.Version));
    }

    [Theory]
    [InlineData("- a\n- b\n", "ARZ0005 1:1-1:2")]
    [InlineData("just text", "ARZ0005 1:1-1:10")]
    public void Root_that_is_no_mapping__is_reported(string text, string expected)
    {
        var diagnostics = new DiagnosticBag("a.yaml");

        Assert.Null(SpecificationReader.Read("a.yaml", text, null, diagnostics, CancellationToken.None));
        Assert.Equal([expected], Format(diagnostics));
    }
}
