using System.Globalization;
using System.Text;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Http.Values;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x","c":true,"d":false}""", "a=1 b=x c=true d=false")]
    [InlineData("""{"a":{"b":{"c":1},"d":2},"e":3}""", "a.b.c=1 a.d=2 e=3")]
    [InlineData("""{"a":[1,2],"b":[]}""", "a.0=1 a.1=2")]
    [InlineData("""[[1,2],[],[3]]""", "0.0=1 0.1=2 2.0=3")]
    [InlineData("""[{"a":1},{"a":2}]""", "0.a=1 1.a=2")]
    [InlineData("""{"a":null,"b":[null,1,null],"c":{}}""", "b.1=1")]
    [InlineData("""{"a":1.50,"b":1e400,"c":-0,"d":12345678901234567890}""", "a=1.50 b=1e400 c=-0 d=12345678901234567890")]
    [InlineData("""{"\u00e9\"":"\u00e9\n\ud83d\ude00","":""}""", "é\"=é\n😀 =")]
    [InlineData("""{"a":{"long":{"longer":1},"b":2}}""", "a.long.longer=1 a.b=2")]
    [InlineData("\"text\"", "=text")]
    [InlineData("1", "=1")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    public void Scalars_come_with_the_names_and_indices_that_lead_to_them(string json, string expected)
    {
        var found = new List<string>();
        var fields = new JsonFields(Encoding.UTF8.GetBytes(json));
        while (fields.Read())
        {
            var path = new List<string>();
            for (var level = 0; level < fields.Depth; level++)
            {
                path.Add(fields.Index(level)?.ToString(CultureInfo.InvariantCulture) ?? fields.Name(level).ToString());
            }
            found.Add($"{string.Join('.', path)}={fields.Text}");
        }
        fields.Dispose();

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Strings_are_told_from_what_looks_like_them()
    {
        var fields = new JsonFields("""["1",1,"true",true]"""u8);
        var kinds = new List<JsonTokenType>();
        while (fields.Read())
        {
            kinds.Add(fields.Kind);
        }
        fields.Dispose();

        Assert.Equal([JsonTokenType.String, JsonTokenType.Number, JsonTokenType.String, JsonTokenType.True], kinds);
    }

    [Fact]
    public void Deep_and_large_values_outgrow_the_first_buffers()
    {
        var name = new string('n', 1_000);
        var json = string.Concat(Enumerable.Repeat($$"""{"{{name}}":""", 500)) + $"\"{new string('v', 5_000)}\"" + new string('}', 500);

        var fields = new JsonFields(Encoding.UTF8.GetBytes(json));

        Assert.True(fields.Read());
        Assert.Equal((500, 5_000), (fields.Depth, fields.Text.Length));
        Assert.Equal(name, fields.Name(499).ToString());
        Assert.False(fields.Read());
        fields.Dispose();
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":2}],"c":null,"d\n":"x"}""", "a=[1,{\"b\":2}] c=null d\n=\"x\"")]
    [InlineData("""[1,"x",[2],null]""", "=1 =\"x\" =[2] =null")]
    [InlineData("\"x\"", "=\"x\"")]
    [InlineData("{}", "")]
    public void Members_are_json_of_their_own(string json, string expected)
    {
        var found = new List<string>();
        var members = new JsonMembers(Encoding.UTF8.GetBytes(json));
        while (members.Read())
        {
            found.Add($"{members.Name}={Encoding.UTF8.GetString(members.Value)}");
        }
        members.Dispose();

        Assert.Equal(expected, string.Join(' ', found));
    }
}
