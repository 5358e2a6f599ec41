using System.Globalization;
using System.Text;

namespace Benchmarks.Generation;

/// <summary>An OpenAPI document in YAML with the long descriptions and examples of real ones.</summary>
/// <param name="Operations">How many operations it has.</param>
/// <param name="Schemas">How many components.</param>
/// <param name="PropertiesOfSchema">How many properties each of them has.</param>
/// <param name="LinesOfProse">How long the description of a property is.</param>
/// <param name="LinesOfExample">How long the example of an operation is.</param>
internal sealed record BigDocument(int Operations, int Schemas, int PropertiesOfSchema, int LinesOfProse, int LinesOfExample)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch"];

    /// <summary>Of the size of GitHub's: 14 MB.</summary>
    public static BigDocument Large { get; } = new(1200, 1000, PropertiesOfSchema: 16, LinesOfProse: 2, LinesOfExample: 30);

    /// <summary>Of the size of OpenAI's: 3 MB.</summary>
    public static BigDocument Medium { get; } = new(290, 1400, PropertiesOfSchema: 7, LinesOfProse: 1, LinesOfExample: 10);

    public string ToYaml()
    {
        var text = new StringBuilder();
        text.Append("openapi: 3.1.0\ninfo:\n  title: Big\n  version: '1'\nservers:\n- url: https://big.example.com\npaths:\n");
        for (var operation = 0; operation < Operations; operation++)
        {
            Operation(text, operation);
        }
        text.Append("components:\n  schemas:\n");
        for (var schema = 0; schema < Schemas; schema++)
        {
            Schema(text, schema);
        }
        return text.ToString();
    }

    private void Operation(StringBuilder text, int number)
    {
        var method = Methods[number % Methods.Length];
        if (number % Methods.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  /areas/{{area}}/things{number / Methods.Length}/{{id}}:\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"    {method}:\n      operationId: things-{number}/{method}-one\n      tags:\n      - area{number % 40}\n      summary: {method} thing {number}\n");
        text.Append("      description: >-\n");
        Prose(text, "        ", 6);
        text.Append("      parameters:\n");
        foreach (var (name, place) in new[] { ("area", "path"), ("id", "path"), ("per_page", "query"), ("page", "query"), ("sort", "query") })
        {
            text.Append(CultureInfo.InvariantCulture, $"      - name: {name}\n        in: {place}\n        required: {(place == "path" ? "true" : "false")}\n        description: The {name} of what is asked for.\n        schema:\n          type: {(name is "per_page" or "page" ? "integer" : "string")}\n");
        }
        if (method != "get")
        {
            text.Append("      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              type: object\n              required:\n              - name\n              properties:\n");
            for (var property = 0; property < 6; property++)
            {
                text.Append(CultureInfo.InvariantCulture, $"                {(property == 0 ? "name" : $"field_{property}")}:\n                  type: {(property % 3 == 1 ? "integer" : "string")}\n                  description: >-\n");
                Prose(text, "                    ", LinesOfProse);
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"      responses:\n        '200':\n          description: The answer\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/thing-{number % Schemas}'\n              examples:\n                default:\n                  value:\n");
        for (var property = 0; property < LinesOfExample; property++)
        {
            text.Append(CultureInfo.InvariantCulture, $"                    field_{property}: https://api.example.com/repos/octocat/hello-world/{property}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"        '404':\n          description: Not found\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/thing-{Schemas - 1}'\n");
    }

    private void Schema(StringBuilder text, int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"    thing-{number}:\n      title: Thing {number}\n      description: A thing of kind {number}.\n      type: object\n      required:\n      - id\n      - field_2\n      properties:\n        id:\n          type: integer\n          format: int64\n");
        for (var property = 1; property < PropertiesOfSchema; property++)
        {
            text.Append(CultureInfo.InvariantCulture, $"        field_{property}:\n");
            text.Append((property % 8) switch
            {
                0 => $"          $ref: '#/components/schemas/thing-{(number + property) % Schemas}'\n",
                1 => "          type: string\n          enum:\n          - open\n          - closed\n          - all\n",
                2 => "          type: boolean\n",
                3 => "          type: string\n          format: date-time\n",
                4 => $"          type: array\n          items:\n            $ref: '#/components/schemas/thing-{(number * 7 + property) % Schemas}'\n",
                5 => "          type: integer\n",
                6 => "          type: object\n          properties:\n            url:\n              type: string\n            count:\n              type: integer\n",
                _ => "          type: string\n          example: https://api.example.com/repos/octocat/hello-world\n",
            });
            text.Append("          description: >-\n");
            Prose(text, "            ", LinesOfProse);
        }
    }

    private static void Prose(StringBuilder text, string indentation, int lines)
    {
        for (var line = 0; line < lines; line++)
        {
            text.Append(indentation).Append("What `this` is for, who may ask for it, and what comes back when <b>nothing</b> is there: see the [guide](https://docs.example.com/guide).\n");
        }
    }
}
