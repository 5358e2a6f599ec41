using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Http.Values;

/// <summary>The table "Style Examples" of the specification, and what it leaves open.</summary>
public sealed class ParameterWriterTests
{
    private const string Array = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, ";color|;color=blue|;color=blue,black,brown|;color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, ";color|;color=blue|;color=blue;color=black;color=brown|;R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, ".|.blue|.blue,black,brown|.R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, ".|.blue|.blue.black.brown|.R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, "|blue|blue,black,brown|R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, "|blue|blue,black,brown|R=100,G=200,B=150")]
    [InlineData(ParameterStyle.Form, false, "color=|color=blue|color=blue,black,brown|color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "color=|color=blue|color=blue&color=black&color=brown|R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "color=|color=blue|color=blue%20black%20brown|color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "color=|color=blue|color=blue%7Cblack%7Cbrown|color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, "color=|color=blue|color=blue%09black%09brown|color=R%09100%09G%09200%09B%09150")]
    [InlineData(ParameterStyle.DeepObject, true, "color=|color=blue|color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown|color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.Cookie, false, "color=|color=blue|color=blue,black,brown|color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Cookie, true, "color=|color=blue|color=blue; color=black; color=brown|R=100; G=200; B=150")]
    public void Styles_write_what_the_specification_shows(ParameterStyle style, bool explode, string expected)
    {
        string[] values = ["\"\"", "\"blue\"", Array, Object];

        Assert.Equal(expected.Split('|'), values.Select(value => Write(style, explode, value)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("""{"a":null}""")]
    public void Nothing_leaves_nothing_behind(string value)
    {
        foreach (var style in Enum.GetValues<ParameterStyle>())
        {
            Assert.Equal("", Write(style, true, value));
            Assert.Equal("", Write(style, false, value));
        }
    }

    [Theory]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":{"b":[1,{"c":2}]},"d":null}""", "color[a][b][0]=1&color[a][b][1][c]=2")]
    [InlineData(ParameterStyle.Form, true, """{"ids":[1,2],"at":{"x":1},"all":[{"y":2}]}""", "ids=1&ids=2&at[x]=1&all[0][y]=2")]
    [InlineData(ParameterStyle.Form, true, """[[1,2],[3]]""", "color[0]=1&color[0]=2&color[1]=3")]
    [InlineData(ParameterStyle.Form, true, """[{"x":1},{"x":2}]""", "color[0][x]=1&color[1][x]=2")]
    [InlineData(ParameterStyle.Form, false, """[{"x":1},[2]]""", "color={\"x\":1},[2]")]
    [InlineData(ParameterStyle.Simple, true, """{"a":{"x":1},"b":true}""", "a={\"x\":1},b=true")]
    [InlineData(ParameterStyle.Matrix, true, """{"a":"","b":1}""", ";a;b=1")]
    [InlineData(ParameterStyle.Matrix, false, """["","b"]""", ";color=,b")]
    [InlineData(ParameterStyle.Form, true, """["","b"]""", "color=&color=b")]
    [InlineData(ParameterStyle.Label, true, """{"a":""}""", ".a=")]
    public void What_the_table_leaves_open_loses_nothing(ParameterStyle style, bool explode, string value, string expected) =>
        Assert.Equal(expected, Write(style, explode, value, TextEscaping.None));

    [Theory]
    [InlineData(nameof(TextEscaping.Unreserved), "~a b/%2F?#ü&=+", "~a%20b%2F%252F%3F%23%C3%BC%26%3D%2B")]
    [InlineData(nameof(TextEscaping.Reserved), "~a b/%2F%2?#ü&=+[]", "~a%20b/%2F%252?%23%C3%BC&=+[]")]
    [InlineData(nameof(TextEscaping.Form), "~a b  /%20?#ü&=+", "~a+b++%2F%2520%3F%23%C3%BC%26%3D%2B")]
    [InlineData(nameof(TextEscaping.None), "~a b/%2F?#ü&=+", "~a b/%2F?#ü&=+")]
    [InlineData(nameof(TextEscaping.ReservedInPath), "a/%2F?#", "a/%2F%3F%23")]
    [InlineData(nameof(TextEscaping.Reserved), "😀 é", "%F0%9F%98%80%20%C3%A9")]
    public void Values_are_escaped_as_their_place_wants(string escaping, string value, string expected) =>
        Assert.Equal("color=" + expected, Write(ParameterStyle.Form, true, System.Text.Json.JsonSerializer.Serialize(value), Enum.Parse<TextEscaping>(escaping)));

    // As numbers: attributes keep text as UTF-8, which has no half characters.
    [Theory]
    [InlineData(true, 0xD800)]
    [InlineData(true, 0x61, 0xDC00, 0x62)]
    [InlineData(true, 0xD800, 0xD800, 0xDC00)]
    [InlineData(false, 0x61, 0xD83D, 0xDE00, 0x62)]
    [InlineData(false)]
    public void Half_a_character_is_refused_by_the_name_of_its_argument(bool isRefused, params int[] characters)
    {
        var value = string.Concat(characters.Select(static character => (char)character));
        var exception = Record.Exception(() =>
        {
            var target = default(UrlBuffer);
            new ParameterWriter(ref target, "n", ParameterFormat.Of(ParameterStyle.Form, true), TextEscaping.Unreserved, "") { Argument = "@class" }.Item(value);
        });

        Assert.Equal(isRefused ? "class" : null, (exception as ArgumentException)?.ParamName);
    }

    private static string Write(ParameterStyle style, bool explode, string json, TextEscaping escaping = TextEscaping.Unreserved)
    {
        var target = default(UrlBuffer);
        var first = style switch { ParameterStyle.Matrix => ";", ParameterStyle.Label => ".", _ => "" };
        var writer = new ParameterWriter(ref target, "color", ParameterFormat.Of(style, explode), escaping, first) { Argument = "color" };
        writer.Json(Encoding.UTF8.GetBytes(json));
        return target.TakeText();
    }
}
