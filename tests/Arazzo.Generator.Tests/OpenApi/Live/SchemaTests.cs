namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class SchemaTests
{
    [Fact]
    public Task Formats__become_the_types_of_dotnet_and_back() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{type: string}", "\"a\\u0000\\u00e9\"", "item.V!.Length", "3", "\"a\\u0000\\u00E9\""),
        Of("{type: boolean}", "true", "item.V is true", "True"),
        Of("{type: integer}", "9223372036854775807", "item.V + 0L", "9223372036854775807"),
        Of("{type: integer, format: int32}", "-2147483648", "(int)item.V!", "-2147483648"),
        Of("{type: integer, format: uint64}", "18446744073709551615", "(decimal)item.V!", "18446744073709551615"),
        Of("{type: number}", "1.5e300", "(double)item.V!", "1.5E+300", "1.5E+300"),
        Of("{type: number, format: float}", "0.1", "(float)item.V!", "0.1"),
        Of("{type: number, format: double}", "0.1", "(double)item.V!", "0.1"),
        Of("{type: number, format: decimal}", "79228162514264337593543950335", "(decimal)item.V!", "79228162514264337593543950335"),
        Of("{type: string, format: date-time}", "\"2026-11-22T20:40:00+02:00\"", "((DateTimeOffset)item.V!).UtcDateTime.ToString(\"s\")", "2026-11-22T18:40:00"),
        Of("{type: string, format: date}", "\"2026-11-22\"", "(DateOnly)item.V! == new DateOnly(2026, 11, 22)", "True"),
        Of("{type: string, format: duration}", "\"PT1M30S\"", "((TimeSpan)item.V!).TotalSeconds", "90"),
        Of("{type: string, format: uuid}", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", "((Guid)item.V!).ToString(\"N\")", "6f9619ff8b86d011b42d00cf4fc964ff"),
        Of("{type: string, format: uri}", "\"https://a.test/b\"", "item.V!.Host", "a.test"),
        Of("{type: string, format: byte}", "\"AQID\"", "((byte[])item.V!).Length", "3"),
        Of("{type: string, contentEncoding: base64}", "\"AQID\"", "((byte[])item.V!).Length", "3"),
        Of("{format: date}", "\"2026-11-22\"", "(DateOnly)item.V! == new DateOnly(2026, 11, 22)", "True"),
        Of("{format: int32}", "7", "(int)item.V!", "7"),
        Of("{format: uuid, nullable: true}", "null", "item.V == new Optional<Guid?>(null)", "True"),
        Of("{oneOf: [{format: date-time}, {format: int64}]}", "7", "item.V!.TryGetInteger(out var i) ? i : 0", "7"),
        Of("{format: made-up}", "[1]", "item.V!.Value.GetRawText()", "[1]"),
        Of("{type: string, format: made-up}", "\"a\"", "(string)item.V!", "a"),
        Of("{const: 7}", "7", "(long)item.V!", "7"),
        Of("true", "{\"a\":[1]}", "item.V!.Value.GetProperty(\"a\")[0]", "1"),
        Of("{}", "null", "item.V!.Value.ValueKind", "Null"));

    [Fact]
    public Task Nullable_of_3_1__absent_null_and_value_stay_apart() => SchemaRow.VerifyAsync("3.1.0",
        "    Maybe: {type: [object, 'null'], properties: {n: {type: integer}}}\n",
        Of("{type: [string, 'null']}", null, "item.V.IsPresent", "False"),
        Of("{type: [string, 'null']}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{type: [string, 'null']}", "\"a\"", "item.V.Value", "a"),
        Of("{type: [integer, 'null'], format: int32}", "null", "item.V == new Optional<int?>(null)", "True"),
        Of("{type: [integer, 'null'], format: int32}", "5", "item.V == 5", "True"),
        Of("{type: integer}", null, "item.V is null", "True"),
        Of("{type: integer}", "null", "item.V is null", "True", "{}"),
        Of("{type: [array, 'null'], items: {type: [integer, 'null']}}", "[1,null]", "item.V.Value![1] is null", "True"),
        new("{type: object, required: [v], properties: {v: {type: [string, 'null']}}}", "{\"v\":null}", "item.V is null", "True"),
        new("{type: object, required: [v], properties: {v: {type: [boolean, 'null']}}}", "{}", "item.V is null", "True", "{\"v\":null}"),
        Of("{oneOf: [{type: string}, {type: 'null'}]}", "null", "item.V.IsPresent", "True"),
        Of("{anyOf: [{type: 'null'}, {type: integer}]}", "3", "item.V.Value!.Value + 0", "3"),
        Of("{enum: [a, b, null]}", "null", "item.V.IsPresent", "True"),
        Of("{$ref: '#/components/schemas/Maybe'}", "null", "item.V.IsPresent", "True"),
        Of("{allOf: [{$ref: '#/components/schemas/Maybe'}]}", "null", "item.V.IsPresent", "True"));

    [Fact]
    public Task Nullable_of_3_0__absent_null_and_value_stay_apart() => SchemaRow.VerifyAsync("3.0.3",
        "    Other: {type: object, properties: {n: {type: integer}}}\n",
        Of("{type: string, nullable: true}", null, "item.V.IsPresent", "False"),
        Of("{type: string, nullable: true}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{nullable: true, allOf: [{$ref: '#/components/schemas/Other'}]}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{nullable: true, allOf: [{$ref: '#/components/schemas/Other'}]}", "{\"n\":1}", "item.V.Value!.N", "1"),
        Of("{$ref: '#/components/schemas/Other', nullable: true}", "null", "item.V.IsPresent", "True"),
        Of("{type: string, nullable: true, enum: [a, null]}", "\"a\"", "item.V.Value!.Value.IsKnown", "True"));

    [Fact]
    public Task Objects_arrays_and_maps__nest() => SchemaRow.VerifyAsync("3.1.0",
        "    Other: {type: object, required: [n], properties: {n: {type: integer}}}\n",
        Of("{type: array, items: {$ref: '#/components/schemas/Other'}}", "[{\"n\":1},{\"n\":2}]", "item.V![1].N", "2"),
        Of("{type: array, items: {type: array, items: {type: string}}}", "[[\"a\"],[]]", "item.V![0][0]", "a"),
        Of("{type: array}", "[1,\"a\"]", "item.V![1].GetString()", "a"),
        Of("{type: array, prefixItems: [{type: integer}], items: {type: string}}", "[1,\"a\"]", "item.V![0].GetInt32() + item.V[1].GetString()", "1a"),
        Of("{type: array, prefixItems: [{type: integer}, {type: number}], items: false}", "[1,0.5]", "item.V![0] + item.V[1]", "1.5"),
        Of("{type: array, prefixItems: [{type: string}, {type: string}], maxItems: 2}", "[\"a\",\"b\"]", "item.V![0] + item.V[1]", "ab"),
        Of("{type: array, prefixItems: [{type: string}]}", "[\"a\",1]", "item.V![1].GetInt32()", "1"),
        Of("{type: object, additionalProperties: {type: integer}}", "{\"a\":1,\"\":2}", "item.V![\"\"]", "2"),
        Of("{type: object, additionalProperties: {$ref: '#/components/schemas/Other'}}", "{\"x\":{\"n\":1}}", "item.V![\"x\"].N", "1"),
        Of("{type: object, additionalProperties: {type: array, items: {type: boolean}}}", "{\"x\":[true]}", "item.V![\"x\"][0]", "True"),
        Of("{type: object, additionalProperties: true}", "{\"x\":[null]}", "item.V![\"x\"].GetArrayLength()", "1"),
        Of("{type: object}", "{\"x\":1}", "item.V!.Count", "1"),
        Of("{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}", "{\"a\":{\"b\":\"c\"}}", "item.V!.A!.B", "c"),
        new("{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}", "{\"a\":\"x\",\"b\":1,\"c\":2}", "item.A + item.AdditionalProperties![\"c\"]", "x2"),
        new("{type: object, properties: {a: {type: string}}, additionalProperties: true}", "{\"a\":\"x\",\"b\":{\"c\":null}}", "item.AdditionalProperties!.Count", "1"),
        new("{type: object, properties: {a: {type: string}}, additionalProperties: false}", "{\"a\":\"x\",\"b\":1}", "item.A", "x", "{\"a\":\"x\"}"),
        new("{type: object, properties: {a: {type: string}}}", "{\"b\":{\"a\":[{}]},\"a\":\"x\"}", "item.A", "x", "{\"a\":\"x\",\"b\":{\"a\":[{}]}}"),
        new("{type: object, properties: {additionalProperties: {type: string}, a: {type: string}}, additionalProperties: {type: string}}", "{\"additionalProperties\":\"x\",\"b\":\"y\"}", "item.AdditionalPropertiesValue + item.AdditionalProperties![\"b\"]", "xy"));

    [Fact]
    public Task References__lead_to_one_type_and_siblings_describe_the_property() => SchemaRow.VerifyAsync("3.1.0",
        """
            Other: {type: object, properties: {n: {type: integer}, next: {$ref: '#/components/schemas/Other'}, children: {type: array, items: {$ref: '#/components/schemas/Other'}}}}
            Text: {type: string}
            Same: {$ref: '#/components/schemas/Other'}
            Nested: {$defs: {Inner: {type: object, properties: {x: {type: integer}}}}, type: object, properties: {i: {$ref: '#/components/schemas/Nested/$defs/Inner'}}}
            Anchored: {$anchor: here, type: object, properties: {x: {type: integer}}}

        """,
        Of("{$ref: '#/components/schemas/Other', description: Mine, deprecated: false}", "{\"n\":1}", "((Other)item.V!).N", "1"),
        Of("{$ref: '#/components/schemas/Same'}", "{\"n\":1}", "((Other)item.V!).N", "1"),
        Of("{$ref: '#/components/schemas/Text'}", "\"a\"", "(string)item.V!", "a"),
        Of("{$ref: '#/components/schemas/Other'}", "{\"next\":{\"next\":{\"n\":3}},\"children\":[{\"children\":[]}]}", "((Other)item.V!).Next!.Next!.N", "3"),
        Of("{$ref: '#/components/schemas/Nested'}", "{\"i\":{\"x\":1}}", "item.V!.I!.X", "1"),
        Of("{$ref: '#here'}", "{\"x\":1}", "((Anchored)item.V!).X", "1"),
        Of("{$ref: '#/components/schemas/Other/properties/children'}", "[{\"n\":1}]", "((Other)item.V![0]).N", "1"));

    [Fact]
    public Task Compositions__have_the_properties_of_all_parents() => SchemaRow.VerifyAsync("3.1.0",
        """
            Base: {type: object, required: [id], properties: {id: {type: integer}, kind: {type: string}}}
            Tagged: {type: object, properties: {tags: {type: array, items: {type: string}}}, additionalProperties: {type: integer}}

        """,
        new("{allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {name: {type: string}}}]}", "{\"id\":1,\"name\":\"a\"}", "item.Id + item.Name", "1a"),
        new("{allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Tagged'}], properties: {own: {type: boolean}}}", "{\"id\":1,\"tags\":[\"t\"],\"own\":true,\"x\":9}", "item.Id + item.Tags![0] + item.Own + item.AdditionalProperties![\"x\"]", "1tTrue9"),
        new("{allOf: [{$ref: '#/components/schemas/Base'}, {required: [kind]}]}", "{\"id\":1,\"kind\":\"k\"}", "((string)item.Kind).Length", "1"),
        new("{allOf: [{$ref: '#/components/schemas/Base'}], required: [kind]}", "{\"id\":1,\"kind\":\"k\"}", "((string)item.Kind).Length", "1"),
        new("{type: object, allOf: [{$ref: '#/components/schemas/Base'}, {properties: {id: {type: integer, format: int32}}}]}", "{\"id\":7}", "(int)item.Id", "7"),
        Of("{allOf: [{$ref: '#/components/schemas/Base'}], description: Only a wrapper}", "{\"id\":1}", "((Base)item.V!).Id", "1"),
        new("{$ref: '#/components/schemas/Base', properties: {name: {type: string}}, required: [kind]}", "{\"id\":1,\"kind\":\"k\",\"name\":\"a\"}", "item.Id + ((string)item.Kind) + item.Name", "1ka"),
        Of("{allOf: [{type: string}, {maxLength: 3}]}", "\"abc\"", "(string)item.V!", "abc"),
        new("{properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}", "{\"b\":\"x\"}", "item.B", "x"));

    [Fact]
    public Task Enums__are_open_and_keep_what_they_do_not_know() => SchemaRow.VerifyAsync("3.1.0",
        "    Status: {type: string, enum: [SEND_TO_USER_INBOX, '', '+1', '-1', 1st, a-b, a_b, A_B, class, ToString, value, Etc/GMT+0, Etc/GMT-0, Etc/GMT0, 'null', Überfluß, 日本, '😀', '*', Status, '1']}\n",
        Status("SEND_TO_USER_INBOX", "item.V == Status.SendToUserInbox && item.V.Value.IsKnown", "True"),
        Status("tomorrow", "item.V!.Value.IsKnown", "False"),
        Status("Send_To_User_Inbox", "item.V!.Value.IsKnown", "False"),
        Status("", "item.V == Status.Empty && item.V == default(Status)", "True"),
        Status("+1", "item.V == Status.Plus1 && new Status(\"-1\") == Status.Minus1", "True"),
        Status("Etc/GMT+0", "item.V == Status.EtcGmtPlus0 && Status.EtcGmtMinus0 != Status.EtcGmt0", "True"),
        Status("*", "item.V == Status.Asterisk && Status.U1F600.IsKnown", "True"),
        Status("class", "item.V == Status.Class", "True"),
        Status("ToString", "item.V!.Value.ToString() + item.V.Value.IsKnown", "ToStringTrue"),
        Status("Status", "item.V!.Value.IsKnown", "True"),
        Status("null", "item.V == Status.Null", "True"),
        Of("{$ref: '#/components/schemas/Status'}", "\"\\u0061-b\"", "item.V!.Value.IsKnown", "True", "\"a-b\""),
        Of("{$ref: '#/components/schemas/Status'}", "null", "item.V is null", "True", "{}"),
        Of("{type: string, enum: [one]}", "\"one\"", "item.V!.Value.Value", "one"),
        Of("{anyOf: [{type: string}, {type: string, enum: [gpt-5, gpt-6]}]}", "\"gpt-7\"", "item.V!.Value.Value", "gpt-7"),
        Of("{type: array, items: {type: string, enum: [x, y]}}", "[\"x\",\"z\"]", "item.V![0].IsKnown + \"\" + item.V[1].IsKnown", "TrueFalse"),
        Of("{type: object, additionalProperties: {$ref: '#/components/schemas/Status'}}", "{\"k\":\"1st\"}", "item.V![\"k\"].Value", "1st"),
        Of("{type: string, enum: [one, null]}", "null", "item.V.IsPresent", "True"),
        Of("{type: string, enum: [one]}", "\"two\"", "item.V == new Item18V(\"two\")", "True"));

    [Fact]
    public Task Enums_of_integers__are_open_structs_around_the_number() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{type: integer, enum: [1, -1, 0, 1]}", "3", "item.V!.Value.IsKnown + \" \" + item.V + (long)item.V", "False 33"),
        Of("{type: integer, enum: [1, -1, 0]}", "-1", "item.V == Item1V.Minus1 && item.V.Value.IsKnown && item.V == -1", "True"),
        Of("{enum: [-9223372036854775808, 9223372036854775807]}", "-9223372036854775808", "item.V == Item2V.Minus9223372036854775808", "True"),
        Of("{type: number, enum: [1, 2]}", "2", "item.V == Item3V._2", "True"),
        Of("{type: integer, enum: ['1', '2']}", "2", "item.V == Item4V._2", "True"),
        Of("{type: integer, enum: [1, 2], x-enum-varnames: [LOW, HIGH]}", "2", "item.V == Item5V.High", "True"),
        Of("{type: integer, enum: [1, 2], x-enumNames: [Low, Low]}", "2", "item.V == Item6V.Low ? \"\" : Item6V._2.Value", "2"),
        Of("{type: integer, oneOf: [{const: 1, title: Low}, {const: 2, title: Very high, description: Run.}]}", "2", "item.V == Item7V.VeryHigh", "True"),
        Of("{type: [integer, 'null'], enum: [1, null]}", "null", "item.V.IsPresent && item.V.Value is null", "True"),
        Of("{type: array, items: {type: integer, enum: [1, 2]}}", "[1,7]", "item.V!.Count(static one => one.IsKnown)", "1"),
        Of("{type: integer, enum: [1, 99999999999999999999]}", "1", "item.V!.Value.GetInt64() + 1L", "2"));

    [Fact]
    public Task Enums_of_other_values__have_the_type_of_the_values() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{enum: [true]}", "true", "item.V is true", "True"),
        Of("{type: boolean, enum: [true]}", "false", "item.V is false", "True"),
        Of("{enum: [1, 2.5]}", "2.5", "item.V + 0.5", "3"),
        Of("{type: number, enum: [0.5, 2.5]}", "2.5", "item.V + 0.5", "3"),
        Of("{type: integer, enum: [1, 18446744073709551615]}", "18446744073709551615", "item.V == ulong.MaxValue", "True"),
        Of("{type: integer, enum: [1, 99999999999999999999]}", "99999999999999999999", "item.V!.Value.GetRawText()", "99999999999999999999"),
        Of("{enum: [{a: 1}]}", "{\"a\":1}", "item.V!.Value.GetProperty(\"a\")", "1"),
        Of("{type: string, enum: [NO, on, y, 1, true, 1.50, 2026-11-22]}", "\"NO\"", "item.V == Item7V.No && new Item7V(\"1.50\").IsKnown && new Item7V(\"true\").IsKnown && Item7V._2026_11_22.IsKnown", "True"));

    [Fact]
    public Task Enums_that_the_document_names__have_its_names() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{type: string, enum: [a, b], x-enum-varnames: [ALPHA, BETA_2]}", "\"b\"", "item.V == Item0V.Beta2", "True"),
        Of("{type: string, enum: [a, b], x-enumNames: [Alpha]}", "\"b\"", "item.V == Item1V.B && Item1V.Alpha.Value == \"a\"", "True"),
        Of("{type: string, enum: [a, b], x-ms-enum: {name: letter, modelAsString: true, values: [{value: b, name: Second, description: The second.}]}}", "\"b\"", "item.V == Letter.Second", "True"),
        Of("{type: string, enum: [a, b], x-ms-enum: {name: letter, values: [{value: b, name: Second, description: The second.}]}}", "\"b\"", "item.V == Letter.Second", "True"),
        Of("{oneOf: [{const: a, title: The first., description: One.}, {const: b}]}", "\"b\"", "item.V == Item4V.B", "True"),
        Of("{type: string, oneOf: [{const: a}, {const: b}, {type: 'null'}]}", "null", "item.V.IsPresent", "True"),
        Of("{anyOf: [{const: '<', title: Less}, {const: '>', title: More}]}", "\"<\"", "item.V == Item6V.Less", "True", "\"\\u003C\""));

    [Fact]
    public async Task Recursion__is_read_to_the_depth_that_JSON_allows()
    {
        var json = string.Concat(Enumerable.Repeat("{\"next\":", 63)) + "{}" + new string('}', 63);
        await SchemaRow.VerifyAsync("3.1.0", "",
            new SchemaRow("{type: object, properties: {next: {$ref: '#/components/schemas/Item0'}}}", json, "item.Next!.Next!.Next!.Next is null", "False"));
    }

    private static SchemaRow Of(string schema, string? value, string expression, string expected, string? written = null) => new(
        $"{{type: object, properties: {{v: {schema}}}}}",
        value is null ? "{}" : $"{{\"v\":{value}}}",
        expression,
        expected,
        written is null or "{}" ? written : $"{{\"v\":{written}}}");

    private static SchemaRow Status(string text, string expression, string expected) =>
        Of("{$ref: '#/components/schemas/Status'}", $"\"{text.Replace("+", "\\u002B", StringComparison.Ordinal)}\"", expression, expected);
}
