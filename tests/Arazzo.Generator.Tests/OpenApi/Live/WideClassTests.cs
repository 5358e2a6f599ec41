using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Classes of so many properties that one method would cost the compiler minutes.</summary>
public sealed class WideClassTests
{
    private const int Count = 300;

    private static readonly string Schema = "{type: object, required: [p0, p63, p64, p299], properties: {"
        + string.Join(", ", Enumerable.Range(0, Count).Select(static index => $"p{index}: {{type: {(index % 2 == 0 ? "integer" : "string")}}}")) + "}}";

    [Fact]
    public Task All_members__are_read_and_written_with_those_that_are_not_declared()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, Count).Select(static index => $"\"p{index}\":{(index % 2 == 0 ? $"{index}" : $"\"{index}\"")}")) + ",\"other\":true}";
        return SchemaRow.VerifyAsync("3.1.0", "",
            new SchemaRow(Schema, json, "item.P0 + item.P63 + item.P64 + item.P298 + item.P299 + item.AdditionalProperties!.Count", "063642982991"),
            new SchemaRow(Schema, "{\"x\":1,\"p299\":\"z\",\"p64\":64,\"p63\":\"y\",\"p1\":null,\"p0\":0}", "item.P1 is null", "True", "{\"p0\":0,\"p63\":\"y\",\"p64\":64,\"p299\":\"z\",\"x\":1}"));
    }

    [Theory]
    [InlineData("p63")]
    [InlineData("p64")]
    [InlineData("p299")]
    public async Task A_required_member_that_is_missing__is_named(string missing)
    {
        var json = string.Join(',', new[] { "p0", "p63", "p64", "p299" }.Where(name => name != missing).Select(static name => $"\\\"{name}\\\":{(name is "p0" or "p64" ? "1" : "\\\"a\\\"")}"));
        var message = await Live.Document($"paths: {{}}\ncomponents:\n  schemas:\n    Item: {Schema}\n")
            .WithProgram($"try {{ System.Text.Json.JsonSerializer.Deserialize<Item>(\"{{{json}}}\"); return \"\"; }} catch (System.Text.Json.JsonException exception) {{ return exception.Message; }}")
            .Run().RunProgramAsync(new RecordingHandler());
        Assert.StartsWith($"The required property '{missing}' of Item is missing.", message, StringComparison.Ordinal);
    }
}
