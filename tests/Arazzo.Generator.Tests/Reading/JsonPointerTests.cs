using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class JsonPointerTests
{
    // RFC 6901, section 5.
    private const string Document = """{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}""";

    [Theory]
    [InlineData("", Document)]
    [InlineData("/foo", """["bar","baz"]""")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void Pointer__leads_to_the_value(string text, string expected)
    {
        Assert.True(JsonPointer.TryParse(text, out var pointer));

        Assert.Equal(expected, NodeJson.Write(pointer.Resolve(Read(Document))!));
        Assert.Equal(text, pointer.ToString());
    }

    [Theory]
    [InlineData("/c%25d", "2")]
    [InlineData("/g%7Ch", "4")]
    [InlineData("/%20", "7")]
    [InlineData("/a~1b", "1")]
    [InlineData("/a%7E1b", "1")]
    public void Fragment__is_decoded_first(string text, string expected)
    {
        Assert.True(JsonPointer.TryParseFragment(text, out var pointer));

        Assert.Equal(expected, NodeJson.Write(pointer.Resolve(Read(Document))!));
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/foo/2")]
    [InlineData("/foo/00")]
    [InlineData("/foo/01")]
    [InlineData("/foo/-")]
    [InlineData("/foo/-1")]
    [InlineData("/foo/99999999999999999999")]
    [InlineData("/foo/0/x")]
    [InlineData("/foo/length")]
    public void Pointer_to_nothing__gives_null(string text)
    {
        Assert.True(JsonPointer.TryParse(text, out var pointer));

        Assert.Null(pointer.Resolve(Read(Document)));
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("#/foo")]
    [InlineData("/~")]
    [InlineData("/a~2b")]
    public void Text_that_is_no_pointer__is_refused(string text)
    {
        Assert.False(JsonPointer.TryParse(text, out _));
    }
}
