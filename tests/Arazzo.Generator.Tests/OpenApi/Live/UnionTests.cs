namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What comes of <c>oneOf</c>, <c>anyOf</c> and several types: read, asked and written back byte for byte.</summary>
public sealed class UnionTests
{
    private const string Others = """
            Text: {type: object, required: [type, text], properties: {type: {const: text}, text: {type: string}}}
            Image: {type: object, required: [type, url], properties: {type: {type: string, enum: [image, photo]}, url: {type: string}}}
            Cat: {type: object, required: [pet], properties: {pet: {type: string}, lives: {type: integer}}}
            Dog: {type: object, required: [pet], properties: {pet: {type: string}, breed: {type: string}}}
            Tree: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Tree'}}]}
            Size: {type: string, enum: [small, large]}
            Nothing: {type: 'null'}

        """;

    [Fact]
    public Task Kinds_of_json__tell_the_cases_apart() => SchemaRow.VerifyAsync("3.1.0", Others,
        new("{oneOf: [{type: string}, {type: integer}]}", "\"a\"", "item.Match(s => s + \"!\", n => n + \"\", _ => \"?\")", "a!"),
        new("{oneOf: [{type: string}, {type: integer}]}", "1.5", "item.TryGetUnknown(out var n) ? n.GetRawText() : null", "1.5"),
        new("{oneOf: [{type: string}, {type: integer}]}", "123456789012345678901234567890", "item.IsKnown", "False"),
        new("{oneOf: [{type: boolean}, {type: number, format: decimal}]}", "1e400", "item.IsKnown", "False"),
        new("{oneOf: [{type: boolean}, {type: integer, enum: [1, 2]}]}", "2.5", "item.IsKnown", "False"),
        new("{oneOf: [{type: string}, {type: integer}]}", "7", "item.TryGetInteger(out var n) ? n : 0", "7"),
        new("{oneOf: [{type: string}, {type: integer}]}", "[true]", "item.IsKnown + item.Match(_ => \"\", _ => \"\", u => u.GetRawText())", "False[true]"),
        new("{type: [string, number, boolean, array, object], items: {type: integer}, properties: {a: {type: string}}}", "true", "item.TryGetBoolean(out var b) && b", "True"),
        new("{type: [string, number, boolean, array, object], items: {type: integer}, properties: {a: {type: string}}}", "[1,2]", "item.TryGetIntegerList(out var l) ? l[1] : 0", "2"),
        new("{type: [string, number, boolean, array, object], items: {type: integer}, properties: {a: {type: string}}}", "{\"a\":\"x\"}", "item.TryGetObject(out var o) ? o.A : null", "x"),
        new("{type: [string, number, boolean, array, object], items: {type: integer}, properties: {a: {type: string}}}", "0.5", "item.TryGetNumber(out var n) ? n : 0", "0.5"),
        new("{anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}, {type: string}]}", "[1]", "item.TryGetIntegerList(out var l) ? l[0] : 0", "1"),
        new("{anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}, {type: string}]}", "[]", "item.TryGetStringList(out _)", "True"),
        new("{anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}, {type: string}]}", "[\"a\",1]", "item.IsKnown", "False"),
        new("{anyOf: [{type: object, additionalProperties: {type: integer}}, {$ref: '#/components/schemas/Text'}]}", "{\"x\":1}", "item.TryGetIntegerMap(out var m) ? m[\"x\"] : 0", "1"),
        new("{anyOf: [{type: object, additionalProperties: {type: integer}}, {$ref: '#/components/schemas/Text'}]}", "{\"type\":\"text\",\"text\":\"a\"}", "item.TryGetText(out _)", "True"),
        new("{oneOf: [{type: string, format: date-time}, {type: string, format: uuid}, {type: string}]}", "\"2026-11-22T20:40:00+00:00\"", "item.TryGetDateTime(out var d) ? d.Hour : 0", "20"),
        new("{oneOf: [{type: string, format: date-time}, {type: string, format: uuid}, {type: string}]}", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", "item.TryGetGuid(out _)", "True"),
        new("{oneOf: [{type: string, format: date-time}, {type: string, format: date}, {type: string}]}", "\"2026-11-22\"", "item.TryGetDate(out var d) ? d.Day : 0", "22"),
        new("{oneOf: [{type: string, format: date-time}, {type: string}]}", "\"2026-11-22\"", "item.TryGetString(out _)", "True"),
        new("{oneOf: [{type: string, format: date-time}, {type: string, format: uuid}, {type: string}]}", "\"2026 it was\"", "item.TryGetString(out var s) ? s.Length : 0", "11"),
        new("{oneOf: [{$ref: '#/components/schemas/Size'}, {type: integer}]}", "\"medium\"", "item.TryGetSize(out var s) ? s.IsKnown : true", "False"),
        new("{type: string, anyOf: [{format: date}, {format: uuid}]}", "\"2026-11-22\"", "item.TryGetDate(out var d) ? d.Day : 0", "22"));

    [Fact]
    public Task Branches_that_come_to_one_type__are_that_type() => SchemaRow.VerifyAsync("3.1.0", Others,
        Of("{oneOf: [{type: string, format: ipv4}, {type: string, format: hostname}]}", "\"a\"", "(string)item.V!", "a"),
        Of("{anyOf: [{type: integer}, {type: number}]}", "1.5", "(double)item.V!", "1.5"),
        Of("{anyOf: [{type: integer, format: int32}, {type: integer}]}", "4294967296", "(long)item.V!", "4294967296"),
        Of("{anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: string, maxLength: 2}}]}", "[\"a\"]", "(string)item.V![0]", "a"),
        Of("{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Nothing'}]}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{oneOf: [{$ref: '#/components/schemas/Text'}, {const: null}]}", "{\"type\":\"text\",\"text\":\"a\"}", "((Text)item.V.Value!).Type", "text"),
        Of("{anyOf: [{$ref: '#/components/schemas/Size'}, {type: string}]}", "\"small\"", "item.V == Size.Small", "True"),
        Of("{anyOf: [{const: auto, description: A}, {const: none}]}", "\"none\"", "item.V!.Value.IsKnown", "True"),
        Of("{type: string, oneOf: [{const: a, title: First}, {const: b}]}", "\"b\"", "item.V!.Value.IsKnown", "True"),
        Of("{anyOf: [{}, {description: Anything}]}", "[1]", "item.V!.Value[0]", "1"),
        new("{oneOf: [{type: object, properties: {x: {type: string}}}]}", "{\"x\":\"a\"}", "item.X", "a"),
        new("{type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {type: object, required: [b]}, {not: {required: [c]}}]}", "{\"a\":\"x\"}", "item.A", "x"),
        Of("{if: {type: string}, then: {minLength: 1}, else: true, not: {type: integer}, type: string}", "\"a\"", "(string)item.V!", "a"));

    [Fact]
    public Task Null__makes_the_union_nullable() => SchemaRow.VerifyAsync("3.1.0", Others,
        Of("{oneOf: [{type: string}, {type: integer}, {type: 'null'}]}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{type: [string, integer, 'null']}", "5", "item.V.Value!.TryGetInteger(out var n) ? n : 0", "5"),
        Of("{anyOf: [{$ref: '#/components/schemas/Nothing'}, {type: string}, {type: boolean}]}", "null", "item.V.IsPresent", "True"),
        Of("{type: array, items: {type: [string, boolean, 'null']}}", "[null,true]", "item.V![0] is null && item.V[1]!.TryGetBoolean(out _)", "True"));

    [Fact]
    public Task Discriminator__stands_anywhere_and_its_unknown_values_are_kept() => SchemaRow.VerifyAsync("3.1.0", Others,
        new(Pets("mapping: {cat: Cat, dog: '#/components/schemas/Dog'}"), "{\"lives\":9,\"pet\":\"cat\"}", "item.TryGetCat(out var c) ? c.Lives : 0", "9", "{\"pet\":\"cat\",\"lives\":9}"),
        new(Pets("mapping: {cat: Cat, dog: '#/components/schemas/Dog', puppy: Dog}"), "{\"pet\":\"puppy\",\"breed\":\"b\"}", "item.TryGetDog(out var d) ? d.Breed : null", "b"),
        new(Pets("mapping: {cat: Cat, dog: '#/components/schemas/Dog'}"), "{\"pet\":\"bird\",\"wings\":[2,{}]}", "item.TryGetUnknown(out var u) ? u.GetProperty(\"wings\")[0].GetInt32() : 0", "2"),
        new(Pets("mapping: {cat: Cat}"), "{\"nested\":{\"pet\":\"cat\"},\"breed\":\"b\",\"pet\":\"Dog\"}", "item.TryGetDog(out var d) ? d.Breed : null", "b", "{\"pet\":\"Dog\",\"breed\":\"b\",\"nested\":{\"pet\":\"cat\"}}"),
        new(Pets(""), "{\"pet\":\"Cat\"}", "item.TryGetCat(out _)", "True"),
        new(Pets("defaultMapping: Dog"), "{\"pet\":\"wolf\",\"breed\":\"b\"}", "item.TryGetDog(out var d) ? d.Pet : null", "wolf"),
        new(Pets(""), "{\"lives\":1}", "item.IsKnown", "False"),
        new(Pets(""), "{\"pet\":1}", "item.IsKnown", "False"),
        new("{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}", "{\"url\":\"u\",\"type\":\"photo\"}", "item.TryGetImage(out var i) ? i.Url : null", "u", "{\"type\":\"photo\",\"url\":\"u\"}"),
        new("{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}", "{\"type\":\"video\",\"url\":\"u\"}", "item.IsKnown", "False"),
        new("{oneOf: [{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}, {type: string}]}", "{\"type\":\"text\",\"text\":\"a\"}", "item.TryGetText(out _)", "True"));

    [Fact]
    public Task Constants_that_are_no_strings__tell_objects_apart() => SchemaRow.VerifyAsync("3.1.0", """
            One: {type: object, required: [v], properties: {v: {type: integer, enum: [1]}, a: {type: string}}}
            Two: {type: object, required: [v], properties: {v: {type: integer}, b: {type: string}}}

        """,
        new(Versions, "{\"b\":\"x\",\"v\":2}", "item.TryGetTwo(out var t) ? t.B : null", "x", "{\"v\":2,\"b\":\"x\"}"),
        new(Versions, "{\"v\":1}", "item.TryGetOne(out _)", "True"),
        new(Versions, "{\"v\":3}", "item.IsKnown", "False"),
        new(Versions, "{\"v\":2}", "System.Text.Json.JsonSerializer.Serialize<Item3>(new Two())", "{\"v\":2}"),
        new(Outcomes, "{\"ok\":false,\"v\":\"x\"}", "item.TryGetFailed(out _)", "True"),
        new(Outcomes, "{\"ok\":true,\"v\":\"x\"}", "item.TryGetDone(out _)", "True"),
        new("{oneOf: [{type: object, required: [ok], properties: {ok: {const: true}, v: {type: string}}}, {type: object, required: [ok], properties: {ok: {const: false}, v: {type: string}}}]}", "{\"ok\":false,\"v\":\"x\"}", "item.TryGetNotOk(out var n) ? n.V : item.TryGetOk(out _) + \"\"", "x"),
        new("{oneOf: [{type: object, required: [n], properties: {n: {const: 1}, v: {type: string}}}, {type: object, required: [n], properties: {n: {const: 2}, v: {type: string}}}]}", "{\"n\":2,\"v\":\"x\"}", "item.TryGetN2(out var n) ? n.V : item.TryGetN1(out _) + \"\"", "x"),
        new("{oneOf: [{type: object, required: [ok, data], properties: {ok: {const: true}, data: {type: string}}}, {type: object, required: [ok, error], properties: {ok: {const: false}, error: {type: string}}}]}", "{\"ok\":false,\"error\":\"x\"}", "item.TryGetWithError(out var e) ? e.Error : item.TryGetWithData(out _) + \"\"", "x"),
        new("{oneOf: [{title: First, type: object, properties: {n: {const: 1}, v: {type: string}}}, {title: Second, type: object, properties: {n: {const: 2}, v: {type: string}}}]}", "{\"n\":2,\"v\":\"x\"}", "item.TryGetSecond(out _)", "True"));

    [Fact]
    public Task Shapes__tell_objects_apart() => SchemaRow.VerifyAsync("3.1.0", Others,
        new(Contact, "{\"id\":1,\"email\":\"e\"}", "item.TryGetWithEmail(out var e) ? e.Email : null", "e"),
        new(Contact, "{\"id\":1,\"phone\":\"p\"}", "item.TryGetWithPhone(out var p) ? p.Phone : null", "p"),
        new(Contact, "{\"id\":1,\"phone\":7}", "item.IsKnown", "False"),
        new(Values, "{\"value\":\"a\"}", "item.Match(a => \"text\", b => \"number\", _ => \"?\")", "text"),
        new(Values, "{\"value\":1}", "item.Match(a => \"text\", b => \"number\", _ => \"?\")", "number"),
        new(Values, "{\"value\":[]}", "item.Match(a => \"text\", b => \"number\", _ => \"?\")", "?"),
        new("{anyOf: [{type: object, title: Small, properties: {a: {type: string}}}, {type: object, title: Big, properties: {a: {type: string}, b: {type: string}}}]}", "{\"a\":\"x\",\"b\":\"y\"}", "item.TryGetBig(out _)", "True"),
        new("{anyOf: [{type: object, title: Small, properties: {a: {type: string}}}, {type: object, title: Big, properties: {a: {type: string}, b: {type: string}}}]}", "{\"a\":\"x\"}", "item.TryGetSmall(out _)", "True"),
        // Both fit at sight; only the second can be read.
        new("{oneOf: [{title: A, type: object, properties: {data: {type: object, required: [x], properties: {x: {type: string}}}}}, {title: B, type: object, properties: {data: {type: object, required: [y], properties: {y: {type: string}}}}}]}", "{\"data\":{\"y\":\"1\"}}", "item.TryGetB(out _)", "True"),
        new("{oneOf: [{title: A, type: object, properties: {data: {type: object, required: [x], properties: {x: {type: string}}}}}, {title: B, type: object, properties: {data: {type: object, required: [y], properties: {y: {type: string}}}}}]}", "{\"data\":{}}", "item.IsKnown", "False"));

    [Fact]
    public Task Properties_beside_the_union__belong_to_every_case() => SchemaRow.VerifyAsync("3.1.0", Others,
        new(Event, "{\"id\":\"e\",\"created\":\"c\"}", "item.TryGetCreated(out var c) ? c.Id + c.Created : null", "ec"),
        new(Event, "{\"id\":\"e\",\"deleted\":true}", "item.TryGetDeleted(out var d) ? d.Id + d.Deleted : null", "eTrue"),
        new("{allOf: [{type: object, required: [id], properties: {id: {type: string}}}, {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}]}", "{\"id\":\"i\",\"type\":\"text\",\"text\":\"a\"}", "item.TryGetText(out var t) ? t.Id : null", "i"),
        new("{type: object, properties: {text: {type: string}}, oneOf: [{$ref: '#/components/schemas/Text'}, {type: object, title: Plain, properties: {text: {type: string}}}]}", "{\"type\":\"text\",\"text\":\"a\"}", "item.TryGetText(out Text? t) ? t.Type : null", "text"));

    [Fact]
    public Task Union_among_the_parents_of_a_composition__is_a_union_of_compositions() => SchemaRow.VerifyAsync("3.1.0", Others + """
            Pets: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: pet, mapping: {cat: Cat, dog: Dog}}}
            Named: {type: object, properties: {name: {type: string}}, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
            Loop: {oneOf: [{$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/Text'}]}
            Inner: {allOf: [{$ref: '#/components/schemas/Loop'}, {type: object, properties: {inner: {type: string}}}]}

        """,
        new(Owned("Pets"), "{\"owner\":\"o\",\"pet\":\"dog\",\"breed\":\"b\"}", "item.TryGetDog(out var d) ? d.Owner + d.Breed : null", "ob"),
        new(Owned("Pets"), "{\"owner\":\"o\",\"pet\":\"fox\"}", "item.IsKnown", "False"),
        new(Owned("Named"), "{\"name\":\"n\",\"owner\":\"o\",\"pet\":\"x\",\"lives\":9}", "item.TryGetCat(out var c) ? c.Name + c.Owner + c.Lives : null", "no9"),
        Of("{allOf: [{$ref: '#/components/schemas/Pets'}, {description: Any of them.}]}", "{\"pet\":\"cat\"}", "((Pets)item.V!).TryGetCat(out _)", "True"),
        new("{type: object, properties: {v: {$ref: '#/components/schemas/Loop'}}}", "{\"v\":{\"inner\":\"i\"}}", "item.V!.TryGetInner(out var i) ? i.InnerValue : null", "i"));

    [Fact]
    public Task Recursion__goes_through_unions() => SchemaRow.VerifyAsync("3.1.0", Others,
        new("{type: object, required: [tree], properties: {tree: {$ref: '#/components/schemas/Tree'}}}", "{\"tree\":[\"a\",[\"b\",[]]]}", "item.Tree.TryGetTreeList(out var l) && l[1].TryGetTreeList(out var m) && m[0].TryGetString(out var s) ? s : null", "b"),
        new("{anyOf: [{$ref: '#/components/schemas/Item1'}, {type: string}]}", "\"a\"", "item.ToString()", "a"));

    [Fact]
    public async Task Unions_in_unions_that_cannot_be_read_at_first__take_no_exponential_time()
    {
        // At each level the first branch reads all below before it fails, then the second one reads it again.
        const int levels = 200;
        var json = string.Concat(Enumerable.Repeat("{\"child\":", levels)) + "{}" + string.Concat(Enumerable.Repeat(",\"when\":{\"z\":1}}", levels));
        var result = await Live.Document("""
            paths: {}
            components:
              schemas:
                Node:
                  oneOf:
                    - {title: A, type: object, properties: {child: {$ref: '#/components/schemas/Node'}, when: {type: object, required: [x], properties: {x: {type: string}}}}}
                    - {title: B, type: object, properties: {child: {$ref: '#/components/schemas/Node'}, when: {type: object, required: [z], properties: {z: {type: integer}}}}}
            """).WithProgram($$"""
            var options = new System.Text.Json.JsonSerializerOptions { MaxDepth = 1000 };
            var json = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true)}};
            var node = System.Text.Json.JsonSerializer.Deserialize<Node>(json, options)!;
            return (System.Text.Json.JsonSerializer.Serialize(node, options) == json) + " " + node.TryGetB(out _);
            """).Run().RunProgramAsync(new Harness.RecordingHandler());
        Assert.Equal("True True", result);
    }

    [Fact]
    public async Task Values__convert_to_the_union_and_equal_each_other()
    {
        var result = await Document("""
                Input: {oneOf: [{type: string}, {type: integer}, {type: array, items: {type: string}}, {$ref: '#/components/schemas/Text'}]}
                Holder: {type: object, required: [input], properties: {input: {$ref: '#/components/schemas/Input'}, more: {$ref: '#/components/schemas/Input'}}}
            """).WithProgram("""
            var holder = new Holder { Input = "a", More = Input.FromStringList(["b"]) };
            var json = System.Text.Json.JsonSerializer.Serialize(holder);
            holder.More = 7;
            Input same = "a";
            var unknown = Input.FromUnknown(System.Text.Json.JsonElement.Parse("null"));
            return json + holder.More + holder.Input.Equals(same) + (same.GetHashCode() == holder.Input.GetHashCode()) + unknown.Equals(Input.FromUnknown(System.Text.Json.JsonElement.Parse(" null ")))
                + (holder.Input.Value switch { string text => text, _ => "" }) + holder.Input.Equals(holder.More);
            """).Run().RunProgramAsync(new Harness.RecordingHandler());
        Assert.Equal("""{"input":"a","more":["b"]}7TrueTrueTrueaFalse""", result);
    }

    [Theory]
    [InlineData("{\"pet\":{\"type\":\"text\"}}", "The required property 'text' of Text is missing", "$.pet")]
    [InlineData("{\"pet\":{\"type\":\"text\",\"text\":1}}", "Expected a string, found another number", "$.pet.text")]
    [InlineData("{\"size\":{\"a\":[1,\"b\"]}}", "Expected a 64-bit integer", "$.size.a[1]")]
    public async Task Case_is_known_but_its_value_wrong__exception_tells_what_and_where(string json, string what, string path)
    {
        var result = await Document("""
                Answer: {type: object, properties: {pet: {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}, size: {oneOf: [{type: string}, {type: object, properties: {a: {type: array, items: {type: integer}}}}]}}}
            """, "{/x: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}}}}}").CallAsync(
            new Harness.RecordingHandler().Answer(200, json),
            "try { await client.GetAsync(); return \"read\"; } catch (ApiException e) { return e.Message; }");
        Assert.Contains(what, result, StringComparison.Ordinal);
        Assert.Contains(path + " ", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discriminator_that_is_a_plain_string__has_the_value_of_the_mapping_by_itself()
    {
        var handler = new Harness.RecordingHandler().Answer(204).Answer(204).Answer(204);
        await Live.Document("""
            paths:
              /a: {post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}, responses: {'204': {description: Done}}}}
              /b: {post: {operationId: other, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Other'}}}}, responses: {'204': {description: Done}}}}
            components:
              schemas:
                Animal: {oneOf: [{$ref: '#/components/schemas/Lion'}, {$ref: '#/components/schemas/Bear'}, {$ref: '#/components/schemas/Fish'}], discriminator: {propertyName: kind, mapping: {lion: '#/components/schemas/Lion', bear: '#/components/schemas/Bear', fish: '#/components/schemas/Fish'}}}
                Other: {oneOf: [{$ref: '#/components/schemas/Fish'}, {$ref: '#/components/schemas/Bird'}], discriminator: {propertyName: kind, mapping: {swimmer: '#/components/schemas/Fish', flyer: '#/components/schemas/Bird'}}}
                Lion: {type: object, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
                Bear: {type: object, required: [kind], properties: {kind: {type: string, enum: [bear, grizzly]}, name: {type: string}}}
                Fish: {type: object, required: [kind], properties: {kind: {type: string}}}
                Bird: {type: object, properties: {kind: {type: string}}}
            """).CallAsync(handler, """
            await client.AddAsync(new Lion { Name = "x" });
            await client.OtherAsync(new Bird());
            await client.OtherAsync(new Fish { Kind = "swimmer" });
            return "";
            """);
        Assert.Equal(["""{"kind":"lion","name":"x"}""", """{"kind":"flyer"}""", """{"kind":"swimmer"}"""], handler.Requests.Select(static request => request.Body));
    }

    [Theory]
    [InlineData("{allOf: [{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}, {oneOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b: {type: string}}}]}]}", "{\"type\":\"text\",\"text\":\"x\",\"b\":\"y\"}")]
    [InlineData("{oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}], anyOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b: {type: integer}}}]}", "{\"type\":\"text\",\"text\":\"x\",\"a\":\"y\",\"b\":1}")]
    [InlineData("{oneOf: [{type: string}, {type: integer}], anyOf: [{type: string, maxLength: 3}, {type: boolean}]}", "\"x\"")]
    [InlineData("{oneOf: [{type: string}, {type: integer}], anyOf: [{type: string, maxLength: 3}, {type: boolean}]}", "true")]
    public async Task Several_unions__lose_nothing_in_a_round_trip(string schema, string json)
    {
        var handler = new Harness.RecordingHandler().Answer(200, $"{{\"v\":{json}}}").Answer(204);
        await Document($"    Holder: {{type: object, properties: {{v: {schema}}}}}\n", "{/x: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}}}, post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Holder'}}}}, responses: {'204': {description: Done}}}}}")
            .CallAsync(handler, "await client.AddAsync(await client.GetAsync()); return \"\";");
        Assert.Equal($"{{\"v\":{json}}}", handler.Request.Body);
    }

    private const string Contact = "{anyOf: [{type: object, required: [email], properties: {id: {type: integer}, email: {type: string}}}, {type: object, properties: {id: {type: integer}, phone: {type: string}}}]}";
    private const string Values = "{oneOf: [{title: A, type: object, required: [value], properties: {value: {type: string}}}, {title: B, type: object, required: [value], properties: {value: {type: integer}}}]}";
    private const string Event = "{type: object, required: [id], properties: {id: {type: string}}, oneOf: [{title: Created, required: [created], properties: {created: {type: string}}}, {title: Deleted, properties: {deleted: {type: boolean}}}]}";

    private const string Versions = "{oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}], discriminator: {propertyName: v, mapping: {'1': One, '2': Two}}}";
    private const string Outcomes = "{oneOf: [{title: Done, type: object, required: [ok], properties: {ok: {const: true}, v: {type: string}}}, {title: Failed, type: object, required: [ok], properties: {ok: {type: boolean, enum: [false]}, v: {type: string}}}]}";

    private static string Owned(string union) => $"{{allOf: [{{$ref: '#/components/schemas/{union}'}}, {{type: object, properties: {{owner: {{type: string}}}}}}]}}";

    private static string Pets(string mapping) => $"{{oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}], discriminator: {{propertyName: pet{(mapping.Length > 0 ? ", " + mapping : "")}}}}}";

    private static Harness.GeneratorTest Document(string schemas, string paths = "{}") => Live.Document($"paths: {paths}\ncomponents:\n  schemas:\n{Others}{schemas}");

    private static SchemaRow Of(string schema, string value, string expression, string expected) =>
        new($"{{type: object, properties: {{v: {schema}}}}}", $"{{\"v\":{value}}}", expression, expected);
}
