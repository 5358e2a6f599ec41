using System.Globalization;
using System.Text;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Keywords that change no type, which <c>Validate</c> checks in the value's JSON.</summary>
public sealed class ConditionTests
{
    [Fact]
    public async Task Keywords_that_no_type_says__give_a_problem_each_with_its_path()
    {
        const string item = "{type: object, required: [kind], properties: {kind: {type: string}, size: {type: integer}, on: {type: boolean}}";
        (string Schema, string Json, string Expected)[] rows =
        [
            ("{type: string, not: {enum: [admin, root]}}", "\"root\"", "/v not"),
            ("{type: string, not: {enum: [admin, root]}}", "\"me\"", ""),
            ("{type: string, not: {pattern: '^\\d+$'}}", "\"12\"", "/v not"),
            ("{not: {type: [string, 'null']}}", "\"a\"", "/v not"),
            ("{not: {type: integer}}", "1.0", "/v not"),
            ("{not: {type: integer}}", "1.5", ""),
            ("{not: {}}", "1", "/v not"),
            ("{not: {$ref: '#/components/schemas/Small'}}", "3", "/v not"),
            ("{not: {$ref: '#/components/schemas/Small'}}", "30", ""),
            ("{type: integer, not: {multipleOf: 5}}", "15", "/v not"),
            ("{type: integer, not: {const: 7}}", "7", "/v not"),
            (item + ", if: {properties: {kind: {const: box}}}, then: {required: [size]}, else: {properties: {on: {const: true}}}}", "{\"kind\":\"box\"}", "/v if"),
            (item + ", if: {properties: {kind: {const: box}}}, then: {required: [size]}, else: {properties: {on: {const: true}}}}", "{\"kind\":\"box\",\"size\":1}", ""),
            (item + ", if: {properties: {kind: {const: box}}}, then: {required: [size]}, else: {properties: {on: {const: true}}}}", "{\"kind\":\"bag\",\"on\":false}", "/v if"),
            (item + ", if: {properties: {kind: {const: box}}}, then: {required: [size]}}", "{\"kind\":\"bag\"}", ""),
            (item + ", dependentRequired: {size: [on, x]}}", "{\"kind\":\"a\",\"size\":1,\"on\":true}", "/v dependentRequired"),
            (item + ", dependentRequired: {size: [on, x]}}", "{\"kind\":\"a\",\"size\":1,\"on\":true,\"x\":null}", ""),
            (item + ", dependentSchemas: {size: {properties: {kind: {enum: [box]}}}}}", "{\"kind\":\"a\",\"size\":1}", "/v dependentSchemas"),
            (item + ", dependentSchemas: {size: {properties: {kind: {enum: [box]}}}}}", "{\"kind\":\"a\"}", ""),
            (item + ", not: {required: [size, on]}}", "{\"kind\":\"a\",\"size\":1,\"on\":true}", "/v not"),
            (item + ", propertyNames: {maxLength: 4}}", "{\"kind\":\"a\",\"longer\":1}", "/v propertyNames"),
            (item + ", anyOf: [{required: [size]}, {required: [on]}]}", "{\"kind\":\"a\"}", "/v anyOf"),
            (item + ", anyOf: [{required: [size]}, {required: [on]}]}", "{\"kind\":\"a\",\"on\":true}", ""),
            (item + ", oneOf: [{required: [size]}, {required: [on]}]}", "{\"kind\":\"a\",\"on\":true,\"size\":1}", "/v oneOf"),
            ("{type: object, additionalProperties: {type: integer}, propertyNames: {pattern: '^[a-z]+$'}}", "{\"a\":1,\"B\":2}", "/v propertyNames"),
            ("{type: object, additionalProperties: {type: integer}, propertyNames: {$ref: '#/components/schemas/Key'}}", "{\"left\":1}", ""),
            ("{type: object, additionalProperties: {type: integer}, propertyNames: {$ref: '#/components/schemas/Key'}}", "{\"up\":1}", "/v propertyNames"),
            ("{type: object, additionalProperties: {type: integer}, dependentRequired: {a: [b]}}", "{\"a\":1}", "/v dependentRequired"),
            ("{type: array, items: {type: integer}, contains: {minimum: 5}}", "[1,2]", "/v contains"),
            ("{type: array, items: {type: integer}, contains: {minimum: 5}}", "[1,7]", ""),
            ("{type: array, items: {type: integer}, contains: {minimum: 5}, minContains: 2, maxContains: 3}", "[5,1]", "/v contains"),
            ("{type: array, items: {type: integer}, contains: {minimum: 5}, maxContains: 1}", "[5,6]", "/v contains"),
            ("{type: array, items: {type: integer}, contains: {minimum: 5}, minContains: 0}", "[]", ""),
            ("{type: array, items: {$ref: '#/components/schemas/Thing'}, contains: {properties: {name: {const: main}}, required: [name]}}", "[{\"name\":\"x\"}]", "/v contains"),
            ("{type: array, items: {type: object, properties: {a: {type: string, not: {const: ''}}}}}", "[{\"a\":\"\"}]", "/v/0/a not"),
            ("{type: string, not: {anyOf: [{minLength: 3}, {const: 'no'}]}}", "\"no\"", "/v not"),
            ("{type: string, not: {allOf: [{minLength: 3}, {maxLength: 5}]}}", "\"four\"", "/v not"),
            ("{type: array, items: {type: number}, not: {prefixItems: [{const: 1}], items: {minimum: 2}, minItems: 2, uniqueItems: true}}", "[1,2.5]", "/v not"),
            ("{type: array, items: {type: number}, not: {uniqueItems: true}}", "[1,1.0]", ""),
            ("{type: object, additionalProperties: {type: integer}, not: {properties: {a: true}, additionalProperties: false, minProperties: 1}}", "{\"a\":1}", "/v not"),
            ("{$ref: '#/components/schemas/Thing', not: {required: [name]}}", "{\"name\":\"x\"}", ""),
            ("{type: object, patternProperties: {'^x-': {type: integer, minimum: 2}}, additionalProperties: false}", "{\"x-a\":1,\"y\":2}", "/v patternProperties, /v additionalProperties"),
            ("{type: object, patternProperties: {'^x-': {type: integer, minimum: 2}}, additionalProperties: false}", "{\"x-a\":2}", ""),
            ("{type: object, properties: {id: {type: string}}, patternProperties: {'^x-': {type: integer}, '^y-': {type: boolean}}}", "{\"id\":\"1\",\"x-a\":true,\"z\":1}", "/v patternProperties"),
            ("{type: object, properties: {id: {type: string}}, patternProperties: {'^x-': {type: integer}, '^y-': {type: boolean}}, additionalProperties: false}", "{\"id\":\"1\",\"x-a\":1,\"y-b\":true}", ""),
            // What cannot be said without another schema's context is not looked at, and neither is what is no schema.
            ("{type: string, minLength: 1, not: {$dynamicRef: '#none'}}", "\"a\"", ""),
            ("{type: string, minLength: 1, not: {maxLength: x}}", "\"a\"", ""),
            ("{type: string, minLength: 1, not: 7}", "\"a\"", ""),
            ("{type: string, minLength: 1, not: {$ref: '#/components/schemas/Endless'}}", "\"a\"", ""),
        ];
        var schemas = new StringBuilder("""
            paths: {}
            components:
              schemas:
                Small: {type: integer, maximum: 9}
                Key: {type: string, enum: [left, right]}
                Thing: {type: object, properties: {name: {type: string}}}
                Endless: {not: {$ref: '#/components/schemas/Endless'}}

            """);
        var program = new StringBuilder("var lines = new List<string>();\n");
        for (var index = 0; index < rows.Length; index++)
        {
            schemas.Append(CultureInfo.InvariantCulture, $"    Item{index}: {{type: object, properties: {{v: {rows[index].Schema}, w: {{type: string, minLength: 1}}}}}}\n");
            program.Append(CultureInfo.InvariantCulture, $"lines.Add(string.Join(\", \", System.Text.Json.JsonSerializer.Deserialize<Item{index}>({SymbolDisplay.FormatLiteral("{\"v\":" + rows[index].Json + "}", quote: true)})!.Validate().Select(static problem => problem.Path + \" \" + problem.Keyword)));\n");
        }
        var result = await Live.Document(schemas.ToString()).WithProgram(program + "return string.Join('\\n', lines);").RunWithDiagnostics().RunProgramAsync(new RecordingHandler());
        Assert.Equal(rows.Select(static row => row.Schema + " " + row.Json + ": " + row.Expected), rows.Zip(result.Split('\n'), static (row, line) => row.Schema + " " + row.Json + ": " + line));
    }

    [Fact]
    public async Task Value_that_is_no_JSON__has_its_other_problems()
    {
        var result = await Live.Document("""
            paths: {}
            components:
              schemas:
                Pet: {type: object, required: [name, tags], properties: {name: {type: string, maxLength: 3}, tags: {type: array, items: {type: string}}, friend: {$ref: '#/components/schemas/Pet'}}, not: {required: [x]}}

            """).WithProgram("""
            var pet = new Pet { Name = null!, Tags = null! };
            var self = new Pet { Name = "long", Tags = [] };
            self.Friend = self;
            return string.Join(", ", pet.Validate().Concat(self.Validate()).Concat(new Pet { Name = "a\ud800", Tags = [] }.Validate()).Select(static problem => problem.Path + " " + problem.Keyword));
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("/name required, /tags required, /name maxLength", result);
    }

    [Fact]
    public async Task Derived_classes__keep_the_conditions_of_their_base_and_union_cases_those_of_the_union()
    {
        var result = await Live.Document("""
            paths: {}
            components:
              schemas:
                Pet: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: string}, b: {type: string}}, dependentRequired: {a: [b]}, discriminator: {propertyName: kind}}
                Dog: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {c: {type: string}}, not: {required: [c]}}
                Either: {properties: {e: {type: string}}, not: {required: [z]}, oneOf: [{type: object, required: [p], properties: {p: {type: string}}}, {type: object, required: [q], properties: {q: {type: string}}}]}
                Holder: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, either: {$ref: '#/components/schemas/Either'}}}

            """).WithProgram("""
            var holder = System.Text.Json.JsonSerializer.Deserialize<Holder>("{\"pet\":{\"kind\":\"Dog\",\"a\":\"1\",\"c\":\"2\"},\"either\":{\"q\":\"1\",\"z\":1}}")!;
            return string.Join(", ", holder.Validate().Select(static problem => problem.Path + " " + problem.Keyword).Order());
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("/either not, /pet dependentRequired, /pet not", result);
    }
}
