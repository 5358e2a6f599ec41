using System.Text;
using System.Xml;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class XmlToJsonTests
{
    private static XmlShape Pet => field ??= XmlShape.Object(
        XmlMember.Attribute("id", XmlShape.Number),
        XmlMember.Element("name", XmlShape.Text, new XmlName("Name", "http://a.test", "a")),
        XmlMember.Element("ok", XmlShape.Boolean),
        XmlMember.Array("tags", XmlShape.Text, new XmlName("tag"), wrapper: new XmlName("tags")),
        XmlMember.Array("kids", XmlShape.Of(static () => Pet), new XmlName("kid")),
        XmlMember.Array("sure", XmlShape.Number, isRequired: true),
        XmlMember.Element("any", XmlShape.Any));

    private static XmlShape Note => field ??= XmlShape.Object(
        XmlMember.Text("text", XmlShape.Text), XmlMember.Attribute("lang", XmlShape.Text), XmlMember.Others(XmlShape.Any));

    [Theory]
    [InlineData("<p/>", "{\"sure\":[]}")]
    [InlineData("<?xml version='1.0'?><!-- c --><p id=' 3 '><Name>a&amp;b</Name><ok>1</ok></p>", "{\"id\":3,\"name\":\"a\\u0026b\",\"ok\":true,\"sure\":[]}")]
    [InlineData("<x:p xmlns:x='urn:x' xmlns='urn:y'><Name/><ok/></x:p>", "{\"name\":\"\",\"ok\":null,\"sure\":[]}")]
    [InlineData("<p><tags><tag>a</tag><other/><tag/></tags></p>", "{\"tags\":[\"a\",\"\"],\"sure\":[]}")]
    [InlineData("<p><tags/></p>", "{\"tags\":[],\"sure\":[]}")]
    [InlineData("<p><kid id='1'/><ok>false</ok><kid id='2'><kid/></kid></p>", "{\"ok\":false,\"kids\":[{\"id\":1,\"sure\":[]},{\"id\":2,\"kids\":[{\"sure\":[]}],\"sure\":[]}],\"sure\":[]}")]
    [InlineData("<p><sure>01</sure><sure>+2</sure><sure>1e3</sure><sure>12345678901234567890123456789012345678901234567890</sure><sure>x</sure></p>", "{\"sure\":[1,2,1e3,12345678901234567890123456789012345678901234567890,\"x\"]}")]
    [InlineData("<p><any a='1'><b>2</b><b>3</b><c><d/></c></any></p>", "{\"sure\":[],\"any\":{\"a\":\"1\",\"b\":[\"2\",\"3\"],\"c\":{\"d\":\"\"}}}")]
    [InlineData("<p xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><Name i:nil='true'/></p>", "{\"name\":null,\"sure\":[]}")]
    [InlineData("<p><unknown><deep/></unknown></p>", "{\"sure\":[]}")]
    public void Xml_becomes_the_json_of_its_shape(string xml, string json) => Assert.Equal(json, Convert(xml, Pet));

    [Theory]
    [InlineData("<n lang='de'>a<![CDATA[<b>]]></n>", "{\"text\":\"a\\u003Cb\\u003E\",\"lang\":\"de\"}")]
    [InlineData("<n><x>1</x><y>2</y><x>3</x></n>", "{\"text\":\"\",\"x\":[\"1\",\"3\"],\"y\":\"2\"}")]
    public void Text_and_undeclared_elements_are_kept(string xml, string json) => Assert.Equal(json, Convert(xml, Note));

    [Theory]
    [InlineData("<p>", "line 1")]
    [InlineData("<!DOCTYPE p [<!ENTITY e 'x'>]><p>&e;</p>", "DTD")]
    [InlineData("<!DOCTYPE p SYSTEM 'file:///etc/passwd'><p/>", "DTD")]
    [InlineData("", "Root")]
    public void Xml_that_cannot_be_read_is_told(string xml, string why) =>
        Assert.Contains(why, Assert.Throws<XmlException>(() => Convert(xml, Pet)).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Xml_nested_without_end_is_told()
    {
        var deep = string.Concat(Enumerable.Repeat("<kid>", 100_000)) + string.Concat(Enumerable.Repeat("</kid>", 100_000));
        Assert.Contains("too deep", Assert.Throws<XmlException>(() => Convert(deep, Pet)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"id\":3}", "<p id=\"3\"><a:Name xmlns:a=\"http://a.test\">x</a:Name></p>")]
    [InlineData("{\"tags\":[\"a\"],\"kids\":[{\"id\":1},{}],\"name\":null}", "<p><tags><tag>a</tag></tags><kid id=\"1\" /><kid /><a:Name p2:nil=\"true\" xmlns:p2=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:a=\"http://a.test\" /></p>")]
    [InlineData("{\"other\":[1,2],\"x y\":{\"z\":true}}", "<p><other>1</other><other>2</other><x_x0020_y><z>true</z></x_x0020_y></p>")]
    public void Json_becomes_the_xml_of_its_shape(string json, string xml)
    {
        var text = Encoding.UTF8.GetString(JsonToXml.Convert(Encoding.UTF8.GetBytes(json), new XmlName("p"), Pet));
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml.Replace("p2:", "xsi:", StringComparison.Ordinal).Replace(":p2=", ":xsi=", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Default_namespace_holds_for_what_is_inside()
    {
        var shape = XmlShape.Object(XmlMember.Element("a", XmlShape.Text), XmlMember.Element("b", XmlShape.Text, new XmlName("b", "urn:b")));
        var xml = Encoding.UTF8.GetString(JsonToXml.Convert("{\"a\":\"1\",\"b\":\"2\"}"u8, new XmlName("r", "urn:r"), shape));
        Assert.EndsWith("<r xmlns=\"urn:r\"><a>1</a><b xmlns=\"urn:b\">2</b></r>", xml, StringComparison.Ordinal);
    }

    private static string Convert(string xml, XmlShape shape) => Encoding.UTF8.GetString(XmlToJson.Convert(Encoding.UTF8.GetBytes(xml), shape).Span);
}
