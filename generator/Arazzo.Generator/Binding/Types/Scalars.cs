using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>The C# types of numbers and strings by their <c>format</c> (the OpenAPI format registry).</summary>
internal static class Scalars
{
    /// <summary>An integer without a format may have any size, so it is one of 64 bits.</summary>
    public static TypeKind Integer(string? format) => format switch
    {
        "int32" or "int16" or "int8" or "uint16" or "uint8" => TypeKind.Int32,
        "uint64" => TypeKind.UInt64,
        _ => TypeKind.Int64,
    };

    public static TypeKind Number(string? format) => format switch
    {
        "float" => TypeKind.Single,
        "decimal" or "decimal128" => TypeKind.Decimal,
        "int32" => TypeKind.Int32,
        "int64" => TypeKind.Int64,
        _ => TypeKind.Double,
    };

    public static TypeKind String(OpenApiSchema schema) => schema.Format switch
    {
        "date-time" or "datetime" => TypeKind.DateTimeOffset,
        "date" => TypeKind.DateOnly,
        "duration" => TypeKind.Duration,
        "time-local" or "partial-time" => TypeKind.TimeOnly,
        "uuid" or "guid" => TypeKind.Guid,
        "uri" or "url" or "uri-reference" or "iri" or "iri-reference" => TypeKind.Uri,
        "byte" => TypeKind.Bytes,
        "base64url" => TypeKind.Base64Url,
        "binary" => TypeKind.Binary,
        _ when string.Equals(schema.ContentEncoding, "base64", StringComparison.OrdinalIgnoreCase) => TypeKind.Bytes,
        _ when string.Equals(schema.ContentEncoding, "base64url", StringComparison.OrdinalIgnoreCase) => TypeKind.Base64Url,
        _ when schema is { ContentEncoding: null, ContentMediaType: { } mediaType } && !IsText(mediaType) => TypeKind.Binary,
        _ => TypeKind.String,
    };

    /// <summary>The type that a format has been thought of for, where a schema says no type; null where it says nothing of one.</summary>
    public static SchemaTypes Implied(string? format) => format switch
    {
        "int32" or "int64" => SchemaTypes.Integer,
        "float" or "double" => SchemaTypes.Number,
        "date-time" or "date" or "duration" or "uuid" or "uri" or "email" or "byte" or "binary" or "password" => SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    // JSON or other text inside a string is text.
    private static bool IsText(string mediaType)
    {
        var type = (mediaType.IndexOf(';') is var semicolon and >= 0 ? mediaType.Substring(0, semicolon) : mediaType).Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
    }

    public static TypeKind Of(ScalarNode value) => value.Kind switch
    {
        ScalarKind.String => TypeKind.String,
        ScalarKind.Boolean => TypeKind.Boolean,
        ScalarKind.Integer => TypeKind.Int64,
        ScalarKind.Float => TypeKind.Double,
        _ => TypeKind.Any,
    };
}
