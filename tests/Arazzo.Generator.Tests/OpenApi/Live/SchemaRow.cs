using System.Globalization;
using System.Text;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What must come of a schema and a JSON value of it.</summary>
/// <param name="Schema">The schema in YAML's flow style; <c>$ref: '#/components/schemas/Other'</c> leads to the others of the table.</param>
/// <param name="Json">The value.</param>
/// <param name="Expression">A C# expression about the <c>item</c> that is read.</param>
/// <param name="Expected">The expression's value as text.</param>
/// <param name="Written">What is written of the item; null: what was read.</param>
internal sealed record SchemaRow(string Schema, string Json, string Expression, string Expected, string? Written = null)
{
    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>Reads and writes all rows in one program. Each row's type is <c>Item</c> and its number.</summary>
    public static async Task VerifyAsync(string version, string others, params SchemaRow[] rows)
    {
        var schemas = new StringBuilder("paths: {}\ncomponents:\n  schemas:\n").Append(others);
        var program = new StringBuilder("var lines = new List<string>();\n");
        for (var index = 0; index < rows.Length; index++)
        {
            var (schema, json, expression, _, _) = rows[index];
            schemas.Append(Invariant, $"    Item{index}: {schema}\n");
            program.Append(Invariant, $$"""
                { var item = System.Text.Json.JsonSerializer.Deserialize<Item{{index}}>({{SymbolDisplay.FormatLiteral(json, quote: true)}})!;
                lines.Add(Convert.ToString({{expression}}, System.Globalization.CultureInfo.InvariantCulture) + " -> " + System.Text.Json.JsonSerializer.Serialize(item)); }

                """);
        }
        program.Append("return string.Join('\\n', lines);");
        var result = await Live.Document(schemas.ToString(), version).WithProgram(program.ToString()).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal(rows.Select(static row => $"{row.Expected} -> {row.Written ?? row.Json}"), result.Split('\n'));
    }
}
