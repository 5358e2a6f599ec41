using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Schemas: 3.1's, and 3.0's rewritten. What either version says differently is accepted in both, for authors mix them.</summary>
internal sealed partial class OpenApiReader
{
    // The keywords that give the properties of an object.
    private static readonly ImmutableArray<string> Siblings = ["properties", "required", "allOf", "additionalProperties"];

    // Kept, for there are several in each of many thousand schemas.
    private readonly Func<Node, OpenApiSchema> _readSchema;
    private readonly Func<Node, OpenApiSchema> _readSchemaCore;
    private readonly Func<ScalarNode, Node, OpenApiSchema> _readNamedSchema;

    public OpenApiSchema ReadSchema(Node node) => GetOrRead(node, static objects => objects.Schemas, _readSchemaCore);

    private OpenApiSchema? ReadOptionalSchema(MappingNode owner, string name) =>
        owner[name] is { } node and not ScalarNode { IsNull: true } ? ReadSchema(node) : null;

    private OpenApiSchema ReadSchemaCore(Node node)
    {
        if (node is ScalarNode { Kind: ScalarKind.Boolean } boolean)
        {
            return new OpenApiSchema(node) { BooleanValue = boolean.IsTrue };
        }
        if (_fields.Mapping(node, "schema") is not { } schema)
        {
            return new OpenApiSchema(node);
        }
        // `$dynamicRef` is taken for what it leads to as it stands: no other document can change that here.
        var reference = _fields.Reference(schema) ?? _fields.Reference(schema, "$dynamicRef");
        return reference is not null && Version <= OpenApiVersion.V3_0 ? ReadReferenceOf30(schema, reference) : ReadSchemaObject(schema, reference);
    }

    // 3.0 says that what stands beside a reference is ignored. What only annotates is kept all the same, and `nullable`, since authors mean it.
    private OpenApiSchema ReadReferenceOf30(MappingNode schema, OpenApiReference reference) => new(schema)
    {
        Reference = reference,
        Nullable = IsNullable(schema),
        Title = _fields.Text(schema, "title"),
        Description = _fields.Text(schema, "description"),
        Deprecated = _fields.Flag(schema, "deprecated"),
        ReadOnly = _fields.Flag(schema, "readOnly"),
        WriteOnly = _fields.Flag(schema, "writeOnly"),
        Default = schema["default"],
        Examples = ReadExamples(schema),
    };

    private OpenApiSchema ReadSchemaObject(MappingNode schema, OpenApiReference? reference)
    {
        var types = ReadTypes(schema);
        var nullable = IsNullable(schema) || (types & SchemaTypes.Null) != 0;
        var items = schema["items"];
        var allOf = _fields.List(schema, "allOf", _readSchema);
        if (reference is not null && Siblings.Any(name => schema[name] is not null))
        {
            // Since 3.1 both hold, what is referred to and what stands beside it: that is an allOf.
            allOf = allOf.Insert(0, new OpenApiSchema(schema) { Reference = reference });
            reference = null;
        }
        var prefixItems = items is SequenceNode ? "items" : "prefixItems"; // Older drafts wrote tuples so.
        return new OpenApiSchema(schema)
        {
            Reference = reference,
            Types = nullable && types != SchemaTypes.None ? types | SchemaTypes.Null : types,
            Nullable = nullable,
            Format = IsSwaggerFile(schema) ? "binary" : _fields.Text(schema, "format"),
            Title = _fields.Text(schema, "title"),
            Description = _fields.Text(schema, "description"),
            Deprecated = _fields.Flag(schema, "deprecated"),
            ReadOnly = _fields.Flag(schema, "readOnly"),
            WriteOnly = _fields.Flag(schema, "writeOnly"),
            Enum = schema["enum"] is null ? null : _fields.Items(schema, "enum"),
            Const = schema["const"],
            Default = schema["default"],
            Examples = ReadExamples(schema),
            Properties = _fields.Map(schema, "properties", _readNamedSchema),
            Required = _fields.Scalars(schema, "required"),
            AdditionalProperties = ReadOptionalSchema(schema, "additionalProperties"),
            UnevaluatedProperties = ReadOptionalSchema(schema, "unevaluatedProperties"),
            PatternProperties = _fields.Map(schema, "patternProperties", _readNamedSchema),
            PropertyNames = ReadOptionalSchema(schema, "propertyNames"),
            Items = items is SequenceNode ? ReadOptionalSchema(schema, "additionalItems") : ReadOptionalSchema(schema, "items"),
            PrefixItems = _fields.List(schema, prefixItems, _readSchema),
            AllOf = allOf,
            AnyOf = _fields.List(schema, "anyOf", _readSchema),
            OneOf = _fields.List(schema, "oneOf", _readSchema),
            Not = ReadOptionalSchema(schema, "not"),
            Discriminator = ReadDiscriminator(schema),
            Validation = ReadValidation(schema),
            Definitions = _fields.Map(schema, schema["$defs"] is null ? "definitions" : "$defs", _readNamedSchema),
            Id = _fields.Text(schema, "$id"),
            Anchor = _fields.Text(schema, "$anchor"),
            DynamicReference = _fields.Reference(schema, "$dynamicRef"),
            DynamicAnchor = _fields.Text(schema, "$dynamicAnchor"),
            ContentEncoding = _fields.Text(schema, "contentEncoding"),
            ContentMediaType = _fields.Text(schema, "contentMediaType"),
            ContentSchema = ReadOptionalSchema(schema, "contentSchema"),
            Xml = ReadXml(schema),
        };
    }

    private OpenApiXml? ReadXml(MappingNode schema)
    {
        if (schema["xml"] is not { } node || _fields.Mapping(node, "xml") is not { } xml)
        {
            return null;
        }
        return new OpenApiXml(xml)
        {
            Name = _fields.Text(xml, "name"),
            Namespace = _fields.Text(xml, "namespace"),
            Prefix = _fields.Text(xml, "prefix"),
            Attribute = _fields.Flag(xml, "attribute"),
            Wrapped = _fields.Flag(xml, "wrapped"),
            NodeType = _fields.Text(xml, "nodeType"),
        };
    }

    // `x-nullable` is how authors of Swagger 2.0 helped themselves.
    private bool IsNullable(MappingNode schema) => _fields.Flag(schema, "nullable") || _fields.Flag(schema, "x-nullable");

    private SchemaTypes ReadTypes(MappingNode schema)
    {
        var types = SchemaTypes.None;
        var node = schema["type"];
        foreach (var type in node is SequenceNode ? _fields.Scalars(schema, "type") : _fields.Scalar(schema, "type") is { } single ? [single] : [])
        {
            types |= ParseType(type);
        }
        // `type: [null]` and `type: null`, without quotes, are the type null and not the absence of one.
        return node is ScalarNode { IsNull: true, Text.Length: > 0 } ? SchemaTypes.Null : types;
    }

    private SchemaTypes ParseType(ScalarNode type)
    {
        switch (type.Text)
        {
            case "string":
                return SchemaTypes.String;
            case "object":
                return SchemaTypes.Object;
            case "array":
                return SchemaTypes.Array;
            case "integer":
                return SchemaTypes.Integer;
            case "number":
                return SchemaTypes.Number;
            case "boolean":
                return SchemaTypes.Boolean;
            case "null":
                return SchemaTypes.Null;
            case "file" when Version == OpenApiVersion.V2_0:
                return SchemaTypes.String;
            default:
                _fields.ReportUnknown(type, "type", "string, number, integer, boolean, array, object or null");
                return SchemaTypes.None;
        }
    }

    private OpenApiDiscriminator? ReadDiscriminator(MappingNode schema)
    {
        var node = schema["discriminator"];
        if (node is ScalarNode { IsNull: false } name)
        {
            return new OpenApiDiscriminator(node) { PropertyName = name.Text }; // As Swagger 2.0 writes it.
        }
        if (_fields.Mapping(node, "discriminator") is not { } discriminator)
        {
            return null;
        }
        if (_fields.Text(discriminator, "propertyName") is not { } propertyName)
        {
            _fields.ReportMissing(discriminator, "propertyName", "the discriminator is ignored");
            return null;
        }
        return new OpenApiDiscriminator(discriminator)
        {
            PropertyName = propertyName,
            Mapping = _fields.Map(discriminator, "mapping", static (_, target) => target is ScalarNode text ? new OpenApiReference(text.Text, text.Range) : null),
            DefaultMapping = _fields.Reference(discriminator, "defaultMapping"),
        };
    }

    // 3.1's `examples` is a sequence; a mapping of Example Objects, as parameters have it, is met as well.
    private static ImmutableArray<Node> ReadExamples(MappingNode schema)
    {
        if (schema["examples"] is not SequenceNode sequence)
        {
            return ReadNamedExamples(schema);
        }
        return schema["example"] is { } example ? sequence.Items.Insert(0, example) : sequence.Items;
    }
}
