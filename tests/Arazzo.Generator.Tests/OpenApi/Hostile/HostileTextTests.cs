using System.Collections.Immutable;
using System.Globalization;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Text that tries to be code, in every place of a document that reaches C#: it stays text, and the document works.</summary>
public sealed class HostileTextTests
{
    // No name that the generator makes has this form.
    private const string Marker = "injected_marker";

    private const string Program = "using var client = new TestClient(new HttpClient(handler)); return (await client.GetUntouchedAsync()).Text;";

    /// <summary>The places are marked with §.</summary>
    private const string Document = """
        {
          "openapi": "3.1.0",
          "info": {"title": "§", "description": "§", "version": "§"},
          "servers": [{"url": "§", "description": "§"}, {"url": "https://api.test/{§}", "description": "§", "variables": {"§": {"default": "v1", "description": "§"}}}, {"url": "https://b.test", "name": "§", "description": "§"}, {"url": "https://c.test/{a}", "description": "§", "variables": {"a": {"default": "x", "enum": ["§", "x"]}}}],
          "tags": [{"name": "§", "description": "§"}],
          "paths": {
            "/untouched": {"get": {"operationId": "getUntouched", "responses": {"200": {"description": "§", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Untouched"}}}}}}},
            "/¶": {
              "summary": "§",
              "post": {
                "operationId": "§", "summary": "§", "description": "§", "tags": ["§"], "deprecated": true, "externalDocs": {"url": "§", "description": "§"},
                "parameters": [
                  {"name": "§", "in": "query", "description": "§", "schema": {"type": "string", "enum": ["§", "other"], "default": "§"}},
                  {"name": "X-¤", "in": "header", "description": "§", "schema": {"type": "string"}},
                  {"name": "§", "in": "cookie", "description": "§", "schema": {"type": "string"}}
                ],
                "requestBody": {"description": "§", "required": true, "content": {"application/json; ¢": {"schema": {"$ref": "#/components/schemas/Hostile"}}}},
                "responses": {
                  "200": {"description": "§", "content": {"application/json": {"schema": {"type": "object", "title": "§", "properties": {"§": {"type": "string"}}}}}},
                  "4XX": {"description": "§", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Hostile"}}}}
                },
                "security": [{"§": ["§"]}, {"key": []}]
              }
            }
          },
          "components": {
            "schemas": {
              "Untouched": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
              "Hostile": {
                "type": "object", "title": "§", "description": "§", "required": ["§"],
                "properties": {
                  "§": {"type": "string", "description": "§", "default": "§", "examples": ["§"]},
                  "named": {"$ref": "#/components/schemas/Other"},
                  "kind": {"type": "string", "enum": ["§", "x"], "description": "§"}
                },
                "additionalProperties": {"type": "string"}
              },
              "Other": {"$anchor": "§", "type": "object", "description": "§", "properties": {"a": {"const": "§"}}},
              "§": {"type": "string", "enum": ["§", "y"], "description": "§"}
            },
            "securitySchemes": {
              "§": {"type": "oauth2", "description": "§", "flows": {"clientCredentials": {"tokenUrl": "/§", "scopes": {"§": "§"}}}},
              "key": {"type": "apiKey", "in": "query", "name": "§"}
            }
          }
        }
        """;

    /// <summary>Places whose text says what is emitted: a media type that is none is left out, a header without a name is ignored.</summary>
    private const string TellingDocument = """
        {
          "openapi": "3.2.0",
          "info": {"title": "Told", "version": "1"},
          "servers": [
            {"url": "https://api.test/v1", "name": "§", "description": "§"},
            {"url": "https://{§}.test/{place}", "name": "§2", "description": "§", "variables": {"§": {"default": "v1", "enum": ["v1", "§"], "description": "§"}, "place": {"default": "§", "description": "§"}}},
            {"url": "https://§.test/§", "description": "§"}
          ],
          "tags": [{"name": "§", "summary": "§", "description": "§", "parent": "§", "kind": "§"}, {"name": "told"}],
          "security": [{"flow": ["§"]}, {"§": []}, {"id": []}],
          "paths": {
            "/untouched": {"get": {"operationId": "getUntouched", "tags": ["told"], "responses": {"200": {"description": "A", "content": {"application/json": {"schema": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}}}}}}},
            "/told": {
              "servers": [{"url": "https://§.test", "description": "§"}, {"url": "§"}],
              "post": {
                "operationId": "send", "tags": ["§", "told"],
                "parameters": [
                  {"name": "§", "in": "query", "style": "deepObject", "schema": {"$ref": "#/components/schemas/Told"}},
                  {"name": "§2", "in": "query", "content": {"application/§+json": {"schema": {"$ref": "#/components/schemas/Told"}}}},
                  {"name": "§3", "in": "header", "schema": {"type": "array", "items": {"type": "string", "enum": ["§"]}}}
                ],
                "requestBody": {"content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Told"}},
                  "application/§+json": {"schema": {"$ref": "#/components/schemas/Told"}},
                  "application/json; a=\"§\"": {"schema": {"$ref": "#/components/schemas/Told"}},
                  "text/plain; charset=§": {"schema": {"type": "string"}},
                  "§": {"schema": {"type": "string", "format": "binary"}},
                  "application/xml": {"schema": {"$ref": "#/components/schemas/Told"}},
                  "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/Told"}, "encoding": {"§": {"contentType": "§", "style": "deepObject"}, "list": {"contentType": "application/json; a=§"}}},
                  "multipart/form-data": {
                    "schema": {"type": "object", "required": ["§"], "properties": {"§": {"type": "string", "format": "binary"}, "list": {"type": "array", "items": {"$ref": "#/components/schemas/Told"}}, "§2": {"type": "string"}}},
                    "encoding": {"§": {"contentType": "§", "headers": {"§": {"schema": {"type": "string", "default": "§"}}}}, "list": {"contentType": "application/§"}, "§2": {"contentType": "text/plain; charset=§"}}
                  }
                }},
                "responses": {
                  "200": {
                    "description": "§",
                    "headers": {"§": {"description": "§", "schema": {"type": "string", "enum": ["§"]}}, "X-List": {"description": "§", "schema": {"type": "array", "items": {"type": "string"}}}, "X-Json": {"content": {"application/json": {"schema": {"title": "§", "type": "object", "properties": {"§": {"type": "string"}}}}}}},
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Told"}}, "text/event-stream": {"itemSchema": {"type": "object", "properties": {"event": {"const": "§"}, "data": {"type": "string", "contentMediaType": "application/§", "contentSchema": {"title": "§", "type": "object", "properties": {"§": {"type": "string"}}}}}}}, "§": {}}
                  },
                  "201": {"description": "§", "content": {"application/§+json": {"schema": {"$ref": "#/components/schemas/Base"}}}},
                  "202": {"description": "§", "content": {"application/x-ndjson": {"itemSchema": {"title": "§", "type": "object", "properties": {"§": {"type": "string"}}}}}},
                  "§": {"description": "§"}
                }
              }
            }
          },
          "components": {
            "schemas": {
              "Told": {
                "type": "object", "xml": {"name": "§", "prefix": "§", "namespace": "§"}, "minProperties": 1, "required": ["§"], "dependentRequired": {"§": ["§", "list"]},
                "patternProperties": {"§": {"type": "string", "pattern": "§"}}, "propertyNames": {"pattern": "§"},
                "properties": {
                  "§": {"type": "string", "xml": {"name": "§", "attribute": true, "prefix": "§", "namespace": "§"}, "minLength": 1, "maxLength": 9, "pattern": "§"},
                  "list": {"type": "array", "uniqueItems": true, "minItems": 1, "xml": {"wrapped": true, "name": "§"}, "items": {"type": "string", "pattern": "^§$", "xml": {"name": "§", "prefix": "§"}}},
                  "either": {"$ref": "#/components/schemas/Either"},
                  "base": {"$ref": "#/components/schemas/Base"},
                  "named": {"type": "string", "enum": ["§", "b", "c"], "x-enum-varnames": ["§", "§", "class"], "x-enum-descriptions": ["§", "§", "§"]},
                  "shared": {"type": "string", "enum": ["§", "b"], "x-ms-enum": {"name": "§", "values": [{"value": "§", "name": "§", "description": "§"}, {"value": "b", "name": "§", "description": "§"}]}},
                  "level": {"type": "integer", "enum": [1, 2], "x-enumNames": ["§", "§"], "x-enumDescriptions": {"1": "§", "2": "§"}},
                  "described": {"oneOf": [{"const": "§", "title": "§", "description": "§"}, {"const": "b", "title": "§"}]},
                  "titled": {"oneOf": [{"const": 1, "title": "§"}, {"const": 2, "title": "§"}]},
                  "fixed": {"const": "§"}
                }
              },
              "Either": {
                "title": "§", "oneOf": [{"$ref": "#/components/schemas/First"}, {"$ref": "#/components/schemas/§2"}, {"title": "§", "type": "object", "required": ["§"], "properties": {"§": {"const": "§"}}}, {"type": "object", "required": ["§3"], "properties": {"§3": {"type": "string"}}}],
                "discriminator": {"propertyName": "§", "mapping": {"§": "#/components/schemas/First", "§§": "First", "c": "§", "d": "§2"}, "defaultMapping": "§"}
              },
              "First": {"title": "§", "type": "object", "required": ["§"], "properties": {"§": {"type": "string", "enum": ["§", "x"]}}},
              "§2": {"title": "§", "type": "object", "properties": {"§": {"const": "§2"}}},
              "Base": {"type": "object", "required": ["§"], "properties": {"§": {"type": "string"}}, "discriminator": {"propertyName": "§", "mapping": {"§": "#/components/schemas/Derived", "§4": "§"}}},
              "Derived": {"description": "§", "allOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "properties": {"§§": {"type": "string"}}}]},
              "§5": {"allOf": [{"$ref": "#/components/schemas/Base"}]}
            },
            "securitySchemes": {
              "flow": {"type": "oauth2", "oauth2MetadataUrl": "§", "flows": {"clientCredentials": {"tokenUrl": "§", "refreshUrl": "§", "scopes": {"§": "§"}}, "authorizationCode": {"authorizationUrl": "https://id.test/§", "tokenUrl": "https://id.test/§", "scopes": {}}, "§": {"tokenUrl": "§"}}},
              "§": {"type": "apiKey", "in": "cookie", "name": "§"},
              "id": {"type": "openIdConnect", "openIdConnectUrl": "§"},
              "other": {"type": "http", "scheme": "§", "bearerFormat": "§"}
            }
          }
        }
        """;

    public static TheoryData<string> Texts() =>
    [
        .. new[]
        {
            "*/ " + Marker, "/* " + Marker, "// " + Marker, "'" + Marker + "'", "\"" + Marker + "\"", "\\\"; " + Marker + "(); //", "\\", "\\\\", "\"\"\"", "\"\"\"\n" + Marker + "\n\"\"\"",
            "\"); System.IO.File.Delete(\"x\"); " + Marker + "(\"", "}} class " + Marker + " {{", "} } public class " + Marker + " { static " + Marker + "() { } //",
            "\r" + Marker, "\n" + Marker, "\r\n" + Marker, "\u0085" + Marker, "\u2028" + Marker, "\u2029" + Marker, "\v" + Marker, "\f" + Marker, "a\u2028b\u2029c\u0085d\re\nf",
            "\n#error " + Marker, "\n#pragma warning restore", "\n#nullable disable\n", "#if false", "\n#endif\n", "#line 1 \"" + Marker + "\"",
            "</summary><" + Marker + ">", "<summary>", "<see cref=\"" + Marker + "\"/>", "]]>", "<![CDATA[", "-->", "&" + Marker + ";", "&#0;", "&", "<", "`<`", "`a` `b", "</c>`</c>`",
            "{" + Marker + "}", "{{0}}", "{0}", "{", "}", "$\"{" + Marker + "}\"", "%s%n%0a", "\\u000a" + Marker, "\\x0a" + Marker,
            "\0", "\u0001\u0002\u007f\u009f", "\u200f\u202e" + Marker + "\u202c", "\ufeff", "\ufffe\uffff", "\u200b\u00ad", "e\u0301", "\U0001F600\U00020000", "日本語", "ǅ", "ẞ", "İı", "K", "١٢٣", "Ⅷ", "ª", "·", "‿",
            new string('a', 10_000), new string(' ', 10_000), new string('"', 3_000), string.Concat(Enumerable.Repeat("word ", 2_000)), " ", "_", "__", "@", "@class", "1", "-1", "+", ".", "..", "...",
            "class", "object", "Object", "string", "global", "System", "Task", "Arazzo", "Runtime", "var", "dynamic", "nint", "record", "required", "field", "value", "file", "await", "async", "partial", "scoped", "notnull",
            "unmanaged", "__arglist", "where", "json", "jsonProperty", "options", "body", "cancellationToken", "client", "Client", "TestClient", "Tests", "Equals", "GetType", "ToString", "Finalize", "Dispose", "Configure",
            "Definition", "AdditionalProperties", "JsonReaderExtensions", "StringCodec", "ListCodec", "ApiRequest", "NoContent", "IsKnown", "Item", "op_Equality", "get_Value", "Main", "Program", "getUntouchedWithResponse", "HostileModel", "Value", "KindWithResponse",
        }.Distinct(StringComparer.Ordinal).Select(static text => new TheoryDataRow<string>(text) { TestDisplayName = Shown(text) }),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text__stays_text_and_the_rest_compiles(string text)
    {
        var path = "specs/" + text.Replace('/', '-').Replace('\\', '-') + "/api.json";
        var result = GeneratorTest.Of(path, Fill(text), ("Client", "TestClient")).WithProgram(Program).RunWithDiagnostics();

        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Id is "ARZ0901" || diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Equal(Plain.Value, Shape(result));
        Assert.DoesNotContain(
            result.Run.GeneratedSources.SelectMany(static source => source.SyntaxTree.GetRoot().DescendantTokens()),
            static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Contains(Marker, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_that_says_what_is_emitted__is_never_code(string text)
    {
        var result = GeneratorTest.Of("specs/api.json", Fill(text, TellingDocument), ("Client", "TestClient")).WithProgram(Program).RunWithDiagnostics();

        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        Assert.DoesNotContain(
            result.Run.GeneratedSources.SelectMany(static source => source.SyntaxTree.GetRoot().DescendantTokens()),
            static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_is_hostile__what_is_sound_works()
    {
        var handler = new RecordingHandler().Answer(200, "{\"text\":\"works\"}");
        var test = GeneratorTest.Of("specs/api.json", Fill("\"}\r\n\u2028*/ {0} </summary> \0"), ("Client", "TestClient")).WithProgram(Program);
        Assert.Equal("works", await test.RunWithDiagnostics().RunProgramAsync(handler));
        Assert.Equal("https://api.test/v1/untouched", handler.Request.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("\"); " + Marker + "(\"")]
    [InlineData("a\n" + Marker)]
    [InlineData("a\u2028" + Marker)]
    [InlineData("a; class " + Marker + " { }")]
    [InlineData("a.b")]
    [InlineData("a..b")]
    [InlineData(".")]
    [InlineData("@class")]
    [InlineData("class")]
    [InlineData("file")]
    [InlineData("required")]
    [InlineData("record")]
    [InlineData("var")]
    [InlineData("dynamic")]
    [InlineData("lower")]
    [InlineData("System")]
    [InlineData("Arazzo")]
    [InlineData("Arazzo.Runtime")]
    [InlineData("Arazzo.Runtime.CompilerServices")]
    [InlineData("global")]
    [InlineData("Tests")]
    [InlineData("Dispose")]
    [InlineData("Definition")]
    [InlineData("Hostile")]
    [InlineData("PlainAsync")]
    [InlineData("日本")]
    [InlineData("e\u0301")]
    [InlineData("\ud800")]
    [InlineData("../../x")]
    [InlineData("C:\\x\\..\\y")]
    public void Text_as_an_option_of_the_project__is_a_name_or_a_fault(string text)
    {
        var result = GeneratorTest.Of("specs/api.json", Fill("plain"), ("Client", text), ("Namespace", text), ("Visibility", text), ("Emit", text), ("Link", text))
            .WithProperty("RootNamespace", text).RunWithDiagnostics();

        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Id is "ARZ0901"));
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    public void Half_a_surrogate__is_pointed_at_and_breaks_nothing(string text)
    {
        var result = GeneratorTest.Of("specs/api.json", Fill(text)).RunWithDiagnostics();
        Assert.All(result.Diagnostics, static diagnostic => Assert.NotEqual("ARZ0901", diagnostic.Id));

        result = GeneratorTest.Of("specs/api.yml", Live.Live.Text($"paths: {{}}\ncomponents: {{schemas: {{A: {{description: 'x{text}', type: string, enum: ['{text}', b]}}}}}}\n")).RunWithDiagnostics();
        Assert.All(result.Diagnostics, static diagnostic => Assert.NotEqual("ARZ0901", diagnostic.Id));
    }

    private static Lazy<ImmutableArray<string>> Plain { get; } = new(static () =>
        Shape(GeneratorTest.Of("specs/plain/api.json", Fill("plain"), ("Client", "TestClient")).RunWithDiagnostics()));

    /// <summary>The kinds of all nodes of each file, in no order since some is that of names: text may change names and literals, and nothing else.</summary>
    private static ImmutableArray<string> Shape(GeneratorResult result) =>
    [
        .. result.Run.GeneratedSources
            .Select(static source => string.Join(' ', source.SyntaxTree.GetRoot().DescendantNodes().Select(static node => node.Kind()).Order()))
            .Order(StringComparer.Ordinal),
    ];

    private static string Fill(string text, string document = Document)
    {
        // A brace in a path makes a parameter, a name of a header is a token, and a media type is printable: what is told of others is tested elsewhere.
        var path = text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        return document
            .Replace("§", Escape(text), StringComparison.Ordinal)
            .Replace("¶", Escape(path), StringComparison.Ordinal)
            .Replace("¤", Escape(string.Concat(text.Where(static character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal)))), StringComparison.Ordinal)
            .Replace("¢", Escape(string.Concat(text.Where(static character => character is >= ' ' and <= '~'))), StringComparison.Ordinal);
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(static character => char.IsAsciiLetterOrDigit(character) ? character.ToString() : "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture)));

    private static string Shown(string text) => "Text " + Escape(text.Length > 40 ? text[..40] : text);
}
