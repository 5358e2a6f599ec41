using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of schemas: read, asked and written again.</summary>
public sealed class SchemaFeatureTests
{
    private const string Id = "\"id\":\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\",\"revision\":1";

    [Theory]
    [InlineData("`allOf`: several parents, keywords beside them, branches that only say `required`", "{" + Id + ",\"labels\":[\"a\"]}", "Observation", "(long)item.Revision + item.Labels![0] + item.Id.ToString(\"N\")[0]", "1a6")]
    [InlineData("`oneOf` with `discriminator` and `mapping`, wherever it stands in the object", "{\"magnitude\":1.5,\"kind\":\"double star\"}", "Target", "item.Match(star => star.Magnitude, comet => 0, planet => 0, unknown => 0)", "1.5", "{\"kind\":\"double star\",\"magnitude\":1.5}")]
    [InlineData("`oneOf` with `discriminator` and `mapping`, wherever it stands in the object", "{\"kind\":\"Planet\",\"moons\":2}", "Target", "item.TryGetPlanet(out var planet) ? planet.Moons : 0", "2")]
    [InlineData("Unknown cases of a union are kept", "{\"kind\":\"nebula\",\"extent\":[1,2.50]}", "Target", "item.IsKnown ? \"\" : item.TryGetUnknown(out var json) ? json.GetProperty(\"extent\")[1].GetRawText() : \"\"", "2.50")]
    [InlineData("`anyOf` and `oneOf` of objects without a discriminator", "{\"frequency\":145.5}", "Contact", "item.TryGetRadio(out var radio) ? radio.Frequency : 0", "145.5")]
    [InlineData("`oneOf` of primitives, arrays and null", "[2000,1]", "Epoch", "item.TryGetNumberList(out var list) ? list[0] : 0", "2000")]
    [InlineData("`oneOf` of primitives, arrays and null", "\"J2000\"", "Epoch", "item.TryGetString(out var text) ? text : null", "J2000")]
    [InlineData("Type arrays", "true", "Setting", "item.TryGetBoolean(out var on) && on", "True")]
    [InlineData("`X` or null is a nullable `X`", "{\"value\":null}", "Refined", "item.Value.IsPresent && item.Value.Value is (Star)null!", "True")]
    [InlineData("`discriminator` that others name in `allOf`: inheritance", "{\"name\":\"n\",\"type\":\"camera\",\"pixels\":9000000000}", "Instrument", "((Camera)item).Pixels", "9000000000", "{\"type\":\"camera\",\"name\":\"n\",\"pixels\":9000000000}")]
    [InlineData("`discriminator` that others name in `allOf`: inheritance", "{\"type\":\"radio\",\"name\":\"n\",\"dish\":{}}", "Instrument", "item.GetType().Name", "Instrument")]
    [InlineData("`not`", "{\"notText\":1}", "Open", "item.NotText!.Value.GetInt32()", "1")]
    [InlineData("Boolean schemas", "{\"anything\":[{}],\"nothing\":1}", "Open", "item.Anything!.Value[0].ValueKind", "Object")]
    [InlineData("Recursive schemas", "{\"text\":\"a\",\"replies\":[{\"text\":\"b\",\"replies\":[]}]}", "LogEntry", "item.Replies![0].Text", "b")]
    [InlineData("`$dynamicRef`", "{\"next\":{\"next\":{}}}", "Tree", "((Tree)item).Next!.Next is not null", "True")]
    [InlineData("Enums are open: unknown values are kept", "{" + Id + ",\"state\":\"cancelled\"}", "Observation", "item.State!.Value.IsKnown + \" \" + (item.State == State.Done)", "False False")]
    [InlineData("Enum members with odd names", "{\"r\":[\"\\u002B1\",\"-1\",\"\",\"1st\",\"Etc/GMT\\u002B0\",\"Etc/GMT-0\",\"\\u003C=\"]}", "Dictionary<string, List<Rating>>", "item[\"r\"].SequenceEqual([Rating.Plus1, Rating.Minus1, Rating.Empty, Rating._1st, Rating.EtcGmtPlus0, Rating.EtcGmtMinus0, Rating.LessThanOrEqual])", "True")]
    [InlineData("Enums of integers", "3", "Binning", "item.IsKnown + \" \" + (long)Binning.Quadruple", "False 4")]
    [InlineData("Enums of mixed values", "{\"mode\":1,\"modes\":[\"auto\",true]}", "MixedModes", "item.Mode!.Value.GetInt32() + item.Modes!.Count", "3")]
    [InlineData("`x-enum-varnames` and its like", "2", "Binning", "item == Binning.Double", "True")]
    [InlineData("`date-time`, `date`, `time-local`, `duration`, `uuid`, `uri`", "{\"id\":\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\",\"start\":\"2026-11-22T20:40:00.5-03:00\",\"night\":\"2026-11-22\",\"opens\":\"20:40:00\",\"length\":\"PT1M30S\",\"page\":\"https://a.test/b\"}", "Exposure",
        "(Guid)item.Id! == Guid.Empty ? null : $\"{((DateTimeOffset)item.Start!).Offset.Hours} {((DateOnly)item.Night!).Day} {((TimeOnly)item.Opens!).Hour} {((TimeSpan)item.Length!).TotalSeconds} {item.Page!.Host}\"", "-3 22 20 90 a.test")]
    [InlineData("`byte` and `contentEncoding`", "{\"checksum\":\"AQID\",\"thumbnail\":\"/+8=\"}", "Exposure", "((byte[])item.Checksum!)[2] + ((byte[])item.Thumbnail!)[0]", "258")]
    [InlineData("`int32`, `int64`, `uint64`, `float`, `double`, `decimal`", "{\"count\":9223372036854775807,\"gain\":-2147483648,\"photons\":18446744073709551615,\"exact\":0.10,\"single\":0.1,\"flux\":1E+300}", "Exposure", "(long)item.Count! + (int)item.Gain! + (decimal)item.Photons! + (decimal)item.Exact! + (item.Single is float ? 1 : 0)", "27670116108416843775.10")]
    [InlineData("`required` and not null", "{\"title\":\"t\"}", "Plan", "((string)item.Title).Length + \" \" + typeof(Plan).GetProperty(\"Title\")!.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false)", "1 True")]
    [InlineData("`required` and nullable", "{\"owner\":null}", "Patch", "item.Owner is null", "True")]
    [InlineData("Absent is not null: `Optional<T>`", "{\"title\":null,\"owner\":\"o\"}", "Patch", "item.Title.IsPresent + \" \" + item.Priority.IsPresent", "True False")]
    [InlineData("`additionalProperties` with and without a type: maps", "{\"wind\":1.5}", "IReadOnlyDictionary<string, double>", "item[\"wind\"]", "1.5")]
    [InlineData("Undeclared members survive a round trip", "{\"id\":1,\"seen\":{\"by\":[1.50,null]}}", "Frame", "item.AdditionalProperties![\"seen\"].GetProperty(\"by\").GetArrayLength()", "2")]
    [InlineData("`patternProperties`", "{\"offsets\":{\"u\":0.5,\"z\":1}}", "Station", "item.Offsets![\"u\"] + item.Offsets[\"z\"]", "1.5")]
    [InlineData("`additionalProperties: false`, `unevaluatedProperties: false`", "{\"ra\":1,\"dec\":2,\"x\":3}", "Position", "Has<Position>(\"AdditionalProperties\")", "False", "{\"ra\":1,\"dec\":2}")]
    [InlineData("`prefixItems`", "{\"row\":[\"a\",1]}", "Station", "item.Row![0].GetString() + item.Row[1].GetInt32()", "a1")]
    [InlineData("`const`", "{\"version\":3,\"unit\":\"arcsec\"}", "Nested", "Write(new Nested())", "{\"version\":3,\"unit\":\"arcsec\"}")]
    [InlineData("`readOnly` and `writeOnly`", "{\"id\":7,\"name\":\"n\"}", "Account", "item.Id + Write(new Account { Name = \"x\", Password = \"p\" })", "7{\"name\":\"x\",\"password\":\"p\"}")]
    [InlineData("`minimum`, `pattern` and the like: `Validate()`", "{\"name\":\"x\",\"aperture\":0,\"instruments\":[\"a\",\"a\"]}", "Telescope", "string.Join(' ', item.Validate().Select(static problem => problem.Path + \":\" + problem.Keyword))", "/name:minLength /name:pattern /aperture:exclusiveMinimum /instruments:uniqueItems")]
    [InlineData("`not`, `if`, `contains`, `propertyNames`, `dependentRequired`, `dependentSchemas`: `Validate()`", "{\"mode\":\"slow\",\"steps\":[1],\"marks\":{\"Z\":1},\"from\":1}", "Sweep", "string.Join(' ', item.Validate().Select(static problem => problem.Path + \":\" + problem.Keyword))", "/mode:not /steps:contains /marks:propertyNames :if :dependentRequired :dependentSchemas")]
    [InlineData("Any name becomes an identifier; collisions are settled by meaning", "{\"id\":1,\"_id\":2,\"@id\":3,\"class\":4,\"1st\":5,\"a-b\":6,\"odd\":7,\"ToString\":8,\"gr\\u00F6\\u00DFe\":9}", "Odd", "item.Id + item.UnderscoreId + item.AtId + item.Class + item._1st + item.AB + item.OddValue + item.ToStringValue + item.Größe", "45")]
    public async Task Schema__is_read_and_written(string feature, string json, string type, string expression, string expected, string? written = null)
    {
        var literal = SymbolDisplay.FormatLiteral(json, quote: true);
        var result = await FeatureApi.RunAsync($"var item = Read<{type}>({literal}); return Show({expression}) + \" -> \" + Write(item);");
        Assert.True($"{expected} -> {written ?? json}" == result, $"{feature}: {result}");
    }

    [Fact]
    [Trait("Feature", "Titles, descriptions and defaults are XML documentation")]
    [Trait("Feature", "`deprecated` is `[Obsolete]`")]
    public void Documentation__is_that_of_the_document()
    {
        var telescope = FeatureApi.Result.Source("Models/Telescope.g.cs");
        Assert.Contains("/// <summary>A telescope &amp; its mount.</summary>", telescope, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Its &lt;b&gt;name&lt;/b&gt;.</summary>", telescope, StringComparison.Ordinal);
        Assert.Contains("description marks this property as deprecated.\")]\n    public bool? Cooled", telescope, StringComparison.Ordinal);
        Assert.Contains("Default: <c>30</c>.", FeatureApi.Result.Source("Models/Plan.g.cs"), StringComparison.Ordinal);
    }
}
