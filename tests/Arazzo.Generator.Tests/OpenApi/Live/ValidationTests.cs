using System.Text;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ValidationTests
{
    [Fact]
    public async Task Keywords__give_a_problem_each_with_its_path()
    {
        (string Schema, string Json, string Expected)[] rows =
        [
            ("{type: string, minLength: 2}", "\"a\"", "/v minLength"),
            ("{type: string, minLength: 2}", "\"ab\"", ""),
            ("{type: string, maxLength: 1}", "\"\U0001F600\"", ""),
            ("{type: string, maxLength: 1}", "\"ab\"", "/v maxLength"),
            ("{type: string, pattern: '^[a-z]+$'}", "\"ab\\n\"", "/v pattern"),
            ("{type: string, pattern: '^\\d{2}$'}", "\"\\u0661\\u0662\"", "/v pattern"),
            ("{type: string, pattern: '^[\\w.]+$'}", "\"a.b_1\"", ""),
            ("{type: string, pattern: '^(?!x)'}", "\"x\"", "/v pattern"),
            ("{type: string, pattern: '^(a+)+$'}", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"", "/v pattern"),
            ("{type: integer, minimum: 1, maximum: 3}", "0", "/v minimum"),
            ("{type: integer, minimum: 1, maximum: 3}", "4", "/v maximum"),
            ("{type: integer, minimum: -9223372036854775808, maximum: 9223372036854775807}", "4", ""),
            ("{type: integer, maximum: 1e400}", "4", ""),
            ("{type: number, exclusiveMinimum: 1}", "1", "/v exclusiveMinimum"),
            ("{type: number, exclusiveMaximum: 1.5}", "1.5", "/v exclusiveMaximum"),
            ("{type: number, multipleOf: 0.1}", "0.3", ""),
            ("{type: number, multipleOf: 0.1}", "0.35", "/v multipleOf"),
            ("{type: number, format: float, minimum: 0.1, maximum: 0.1, multipleOf: 0.1}", "0.1", ""),
            ("{type: number, format: float, exclusiveMaximum: 0.3, multipleOf: 0.1}", "0.3", "/v exclusiveMaximum"),
            ("{type: number, format: float, multipleOf: 0.1}", "0.35", "/v multipleOf"),
            ("{type: integer, multipleOf: 5}", "7", "/v multipleOf"),
            ("{type: integer, multipleOf: 0}", "7", ""),
            ("{type: [integer, 'null'], minimum: 1}", "null", ""),
            ("{type: [integer, 'null'], minimum: 1}", "0", "/v minimum"),
            ("{type: array, minItems: 1, items: {type: string}}", "[]", "/v minItems"),
            ("{type: array, maxItems: 1, items: {type: string}}", "[\"a\",\"b\"]", "/v maxItems"),
            ("{type: array, uniqueItems: true, items: {type: object, properties: {a: {type: string}}}}", "[{\"a\":\"x\"},{\"a\":\"x\"}]", "/v uniqueItems"),
            ("{type: array, items: {type: string, maxLength: 1}}", "[\"a\",\"bb\",\"cc\"]", "/v/1 maxLength, /v/2 maxLength"),
            ("{type: array, items: {type: array, items: {type: integer, minimum: 1}}}", "[[1],[1,0]]", "/v/1/1 minimum"),
            ("{type: object, additionalProperties: {type: integer, minimum: 1}}", "{\"a/b~\":0}", "/v/a~1b~0 minimum"),
            ("{type: object, minProperties: 1, additionalProperties: {type: integer}}", "{}", "/v minProperties"),
            ("{type: object, maxProperties: 1, additionalProperties: {type: integer}}", "{\"a\":1,\"b\":2}", "/v maxProperties"),
            ("{type: object, properties: {n: {type: object, properties: {s: {type: string, minLength: 1}}}}}", "{\"n\":{\"s\":\"\"}}", "/v/n/s minLength"),
            ("{type: array, items: {$ref: '#/components/schemas/Named'}}", "[{\"name\":\"\"}]", "/v/0/name minLength"),
            ("{oneOf: [{type: string, minLength: 2, pattern: '^a'}, {type: integer, minimum: 1}, {type: array, maxItems: 1, items: {type: string, maxLength: 1}}]}", "\"b\"", "/v minLength, /v pattern"),
            ("{oneOf: [{type: string, minLength: 2, pattern: '^a'}, {type: integer, minimum: 1}, {type: array, maxItems: 1, items: {type: string, maxLength: 1}}]}", "0", "/v minimum"),
            ("{oneOf: [{type: string, minLength: 2, pattern: '^a'}, {type: integer, minimum: 1}, {type: array, maxItems: 1, items: {type: string, maxLength: 1}}]}", "[\"a\",\"bb\"]", "/v maxItems, /v/1 maxLength"),
            ("{oneOf: [{type: string, minLength: 2, pattern: '^a'}, {type: integer, minimum: 1}, {type: array, maxItems: 1, items: {type: string, maxLength: 1}}]}", "{}", ""),
            ("{oneOf: [{type: string, minLength: 2}, {$ref: '#/components/schemas/Named'}, {type: object, required: [x], additionalProperties: {$ref: '#/components/schemas/Named'}, minProperties: 2}]}", "{\"name\":\"\"}", "/v/name minLength"),
            // Which of the two is meant, nobody can say.
            ("{oneOf: [{type: string, minLength: 2}, {type: string, pattern: '^a'}, {type: integer}]}", "\"b\"", ""),
            ("{anyOf: [{type: integer, minimum: 5}, {type: number, maximum: 2}, {type: string, minLength: 1}]}", "3", ""),
            ("{type: object, minProperties: 2, properties: {a: {type: string}, b: {type: [string, 'null']}, c: {type: integer}}}", "{\"a\":\"x\"}", "/v minProperties"),
            ("{type: object, minProperties: 2, properties: {a: {type: string}, b: {type: [string, 'null']}, c: {type: integer}}}", "{\"a\":\"x\",\"b\":null}", ""),
            ("{type: object, minProperties: 2, properties: {a: {type: string}}}", "{\"a\":\"x\",\"z\":1}", ""),
            ("{type: object, maxProperties: 1, required: [a], properties: {a: {type: integer}, b: {type: boolean, readOnly: true}}, additionalProperties: false}", "{\"a\":1,\"b\":true}", "/v maxProperties"),
            ("{allOf: [{$ref: '#/components/schemas/Code'}, {maxLength: 3}]}", "\"ABCD\"", "/v maxLength"),
            ("{$ref: '#/components/schemas/Code'}", "\"abc\"", "/v pattern"),
        ];
        var schemas = new StringBuilder("paths: {}\ncomponents:\n  schemas:\n    Named: {type: object, properties: {name: {type: string, minLength: 1}, next: {$ref: '#/components/schemas/Named'}}}\n    Code: {type: string, pattern: '^[A-Z]+$'}\n");
        var program = new StringBuilder("var lines = new List<string>();\n");
        for (var index = 0; index < rows.Length; index++)
        {
            var property = rows[index].Schema.Contains("1e400", StringComparison.Ordinal) || rows[index].Schema.Contains("multipleOf: 0}", StringComparison.Ordinal) || rows[index].Schema.StartsWith("{oneOf", StringComparison.Ordinal) || rows[index].Schema.StartsWith("{anyOf", StringComparison.Ordinal) ? ", w: {type: string, minLength: 1}" : "";
            schemas.Append(System.Globalization.CultureInfo.InvariantCulture, $"    Item{index}: {{type: object, properties: {{v: {rows[index].Schema}{property}}}}}\n");
            program.Append(System.Globalization.CultureInfo.InvariantCulture, $"lines.Add(string.Join(\", \", System.Text.Json.JsonSerializer.Deserialize<Item{index}>({SymbolDisplay.FormatLiteral("{\"v\":" + rows[index].Json + "}", quote: true)})!.Validate().Select(static problem => problem.Path + \" \" + problem.Keyword)));\n");
        }
        var result = await Live.Document(schemas.ToString()).WithProgram(program + "return string.Join('\\n', lines);").Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal(rows.Select(static row => row.Schema + " " + row.Json + ": " + row.Expected), rows.Zip(result.Split('\n'), static (row, line) => row.Schema + " " + row.Json + ": " + line));
    }

    [Fact]
    public async Task All_problems__are_told_at_once_and_required_ones_too()
    {
        var test = Live.Document("""
            paths: {}
            components:
              schemas:
                Pet: {type: object, required: [name, tags], properties: {name: {type: string, maxLength: 3}, tags: {type: array, items: {type: string}}, owner: {$ref: '#/components/schemas/Owner'}}}
                Owner: {type: object, properties: {age: {type: integer, minimum: 0}, pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
                Free: {type: object, properties: {x: {type: string}}}

            """);
        var result = await test.WithProgram("""
            var owner = new Owner { Age = -1 };
            var pet = new Pet { Name = "long", Tags = null!, Owner = owner };
            var before = pet.Validate().Select(static problem => problem.Path + ": " + problem.Message).ToList();
            owner.Pets = [pet];
            return string.Join('|', before) + "|" + (pet.Validate().Count == 3) + "|" + (typeof(Free).GetMethod("Validate") is null);
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("/name: The text must have 3 characters or fewer.|/tags: The property is required.|/owner/age: The number must be 0 or more.|True|True", result);
    }

    [Fact]
    public async Task Derived_classes__are_checked_wherever_their_base_stands()
    {
        var test = Live.Document("""
            paths: {}
            components:
              schemas:
                Home: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
                Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {dog: '#/components/schemas/Dog', cat: '#/components/schemas/Cat'}}}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {bark: {type: string, minLength: 2}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {purr: {type: string}}}

            """);
        var result = await test.WithProgram("""
            var home = System.Text.Json.JsonSerializer.Deserialize<Home>("{\"pets\":[{\"kind\":\"dog\",\"bark\":\"w\"},{\"kind\":\"cat\",\"purr\":\"\"},{\"kind\":\"cow\"}]}")!;
            return string.Join(", ", home.Validate().Concat(home.Pets![0].Validate()).Concat(home.Pets[1].Validate()).Select(static problem => problem.Path + " " + problem.Keyword));
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("/pets/0/bark minLength, /bark minLength", result);
    }

    [Fact]
    public async Task What_unions_and_undeclared_members_hold__is_checked_too()
    {
        var test = Live.Document("""
            paths: {}
            components:
              schemas:
                Box:
                  type: object
                  properties: {label: {type: string}, content: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: array, items: {$ref: '#/components/schemas/Pet'}}, {type: string}]}}
                  additionalProperties: {$ref: '#/components/schemas/Pet'}
                Sizes: {type: object, properties: {unit: {type: string}}, additionalProperties: {type: integer, minimum: 1}}
                Pet: {type: object, required: [name], properties: {name: {type: string, maxLength: 3}}}

            """);
        var result = await test.WithProgram("""
            var lines = new List<string>();
            foreach (var json in new[] { "{\"content\":{\"name\":\"long\"}}", "{\"content\":[{\"name\":\"Rex\"},{\"name\":\"long\"}]}", "{\"content\":\"text\"}", "{\"content\":7,\"a\":{\"name\":\"long\"}}" })
                lines.AddRange(System.Text.Json.JsonSerializer.Deserialize<Box>(json)!.Validate().Select(static problem => problem.Path));
            lines.AddRange(System.Text.Json.JsonSerializer.Deserialize<Sizes>("{\"unit\":\"m\",\"a/b\":0,\"c\":1}")!.Validate().Select(static problem => problem.Path + " " + problem.Keyword));
            return string.Join(", ", lines);
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("/content/name, /content/1/name, /a/name, /a~1b minimum", result);
    }

    [Fact]
    public void Pattern_is_none__is_told_at_its_place_and_the_rest_is_checked()
    {
        var result = Live.Document("paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {a: {type: string, minLength: 1, pattern: '[A'}}}}}\n").RunWithDiagnostics();
        Assert.Equal(["specs/api.yml(5,98): info ARZ0131"], result.Diagnostics.Where(static diagnostic => diagnostic.Id == "ARZ0131").Select(static diagnostic => diagnostic.ToString()[..33]));
        Assert.Contains("MinLength", result.Sources["Tests/Models/Pet.g.cs"], StringComparison.Ordinal);
    }
}
