using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The keywords of schemas that restrict values.</summary>
internal sealed partial class OpenApiReader
{
    private SchemaValidation? ReadValidation(MappingNode schema)
    {
        var isGiven = false;
        foreach (var entry in schema.Entries)
        {
            isGiven |= IsValidation(entry.Key.Text);
        }
        if (!isGiven)
        {
            return null;
        }
        var (minimum, exclusiveMinimum) = ReadBound(schema, "minimum", "exclusiveMinimum");
        var (maximum, exclusiveMaximum) = ReadBound(schema, "maximum", "exclusiveMaximum");
        return new SchemaValidation
        {
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = exclusiveMinimum,
            ExclusiveMaximum = exclusiveMaximum,
            MultipleOf = _fields.Number(schema, "multipleOf"),
            Pattern = _fields.Text(schema, "pattern"),
            MinLength = _fields.Count(schema, "minLength"),
            MaxLength = _fields.Count(schema, "maxLength"),
            MinItems = _fields.Count(schema, "minItems"),
            MaxItems = _fields.Count(schema, "maxItems"),
            UniqueItems = _fields.Flag(schema, "uniqueItems"),
            MinProperties = _fields.Count(schema, "minProperties"),
            MaxProperties = _fields.Count(schema, "maxProperties"),
        };
    }

    // 3.0's exclusive bound is a boolean that says what the other bound means.
    private (ScalarNode? Bound, ScalarNode? Exclusive) ReadBound(MappingNode schema, string name, string exclusiveName)
    {
        var bound = _fields.Number(schema, name);
        return schema[exclusiveName] is ScalarNode { Kind: ScalarKind.Boolean } isExclusive
            ? isExclusive.IsTrue ? (null, bound) : (bound, null)
            : (bound, _fields.Number(schema, exclusiveName));
    }

    private static bool IsValidation(string keyword) => keyword is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" or "pattern"
        or "minLength" or "maxLength" or "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties";
}
