using System.Globalization;
using System.Text;

namespace Benchmarks.Generation;

/// <summary>An OpenAPI document in YAML with 1,200 operations, 1,000 schemas and the long descriptions and examples of real ones: 13 MB.</summary>
internal static class BigDocument
{
    private const int Operations = 1200;
    private const int Schemas = 1000;
    private const int PropertiesOfSchema = 16;

    private static readonly string[] Methods = ["get", "post", "put", "patch"];

    public static string Create()
    {
        var text = new StringBuilder(14_000_000);
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

    private static void Operation(StringBuilder text, int number)
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
                Prose(text, "                    ", 2);
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"      responses:\n        '200':\n          description: The answer\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/thing-{number % Schemas}'\n              examples:\n                default:\n                  value:\n");
        for (var property = 0; property < 30; property++)
        {
            text.Append(CultureInfo.InvariantCulture, $"                    field_{property}: https://api.example.com/repos/octocat/hello-world/{property}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"        '404':\n          description: Not found\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/thing-{Schemas - 1}'\n");
    }

    private static void Schema(StringBuilder text, int number)
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
            Prose(text, "            ", 2);
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
