using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>Decides what the parts of a multipart body are (OpenAPI 3.2, Encoding Object; RFC 7578).</summary>
internal sealed class BodyPartBinder(BindingContext context, TypeTable types, XmlShapeBinder xml, Located<OpenApiMediaType> mediaType, bool isNamed)
{
    private const int DeepestUnion = 8;

    public EquatableArray<BodyPartModel> Bind(TypeReference type)
    {
        if (types.FindObject(type) is not { } model)
        {
            return [Whole(type)];
        }
        var schemas = ObjectShape.Merge(context, mediaType.With(mediaType.Value.Schema!)).Properties.ToDictionary(static property => property.Entry.Name, static property => property.Schema, StringComparer.Ordinal);
        var parts = model.Properties.Select(property => Part(property, schemas.TryGetValue(property.JsonName, out var schema) ? schema : null)).ToList();
        if (model.AdditionalProperties is { } others)
        {
            var map = TypeReference.Map(others);
            parts.Add(Part(Kind(map, isWhole: true), null, "AdditionalProperties", map, null));
        }
        return parts.ToEquatableArray();
    }

    /// <summary>The parts of each case of a union of objects, if one of them has files; else none.</summary>
    public EquatableArray<BodyCaseModel> Cases(TypeReference type)
    {
        if (types.FindUnion(type) is not { } union || !union.Cases.All(static item => item.Type.Kind == TypeKind.Object))
        {
            return [];
        }
        var cases = union.Cases.Select(item => new BodyCaseModel(Bind(item.Type))).ToEquatableArray();
        return cases.Any(static item => item.Parts.Any(static part => part.Kind is BodyPartKind.File or BodyPartKind.Files or BodyPartKind.Choice)) ? cases : [];
    }

    private BodyPartModel Whole(TypeReference type)
    {
        var isList = type.Kind == TypeKind.List;
        var part = Part(Kind(type, isWhole: true), isList ? "part" : null, null, type, isList ? mediaType.Value.ItemEncoding : null);
        return part.Kind == BodyPartKind.Json && !mediaType.Value.PrefixEncoding.IsEmpty
            ? part with { Kind = BodyPartKind.Items, Prefix = mediaType.Value.PrefixEncoding.Select(static encoding => ContentType(encoding.ContentType) is { } contentType && !MediaTypes.IsRange(contentType) ? contentType : "").ToEquatableArray() }
            : part;
    }

    private BodyPartModel Part(PropertyModel property, Located<OpenApiSchema>? schema)
    {
        var encoding = mediaType.Value.Encoding[property.JsonName];
        var part = Part(
            Kind(property.Type, isWhole: false),
            property.JsonName,
            property.Name + (property.IsOptionalAndNullable ? ".Value" : ""),
            property is { IsRequired: false, Type.IsValueType: true } ? property.Type.OrNull() : property.Type.NotNull(),
            encoding,
            ContentMediaType(schema));
        if (part.Kind is not (BodyPartKind.Value or BodyPartKind.Json))
        {
            return part;
        }
        if (isNamed && encoding is not null && FormFieldBinder.Bind(property.JsonName, encoding) is { } style)
        {
            return part with { Kind = BodyPartKind.Styled, Style = style, MediaType = null };
        }
        return schema is { } located && part is { MediaType: { } name, Type.Kind: TypeKind.Object or TypeKind.Map } && MediaTypes.IsXml(name)
            ? part with { Kind = BodyPartKind.Xml, Xml = xml.Bind(located, part.Type, property.JsonName) }
            : part;
    }

    private BodyPartModel Part(BodyPartKind kind, string? name, string? property, TypeReference type, OpenApiEncoding? encoding, string? contentMediaType = null)
    {
        // The encoding has the last word (OpenAPI 3.2, Encoding Object, contentType).
        var contentType = ContentType(encoding?.ContentType) ?? (kind is BodyPartKind.Value or BodyPartKind.File or BodyPartKind.Files ? contentMediaType : null);
        var isOpen = contentType is not null && MediaTypes.IsRange(contentType) && kind is not (BodyPartKind.File or BodyPartKind.Files or BodyPartKind.Choice);
        return new BodyPartModel(kind, name, property, type, isOpen ? null : contentType, Headers(encoding));
    }

    /// <summary>What the text or the bytes of a property, or of each of its items, are.</summary>
    private string? ContentMediaType(Located<OpenApiSchema>? reference)
    {
        if (reference is not { } schema || context.References.Schema(schema) is not { } located)
        {
            return null;
        }
        var mediaType = located.Value.ContentMediaType
            ?? (located.Value.Items is { } items && context.References.Schema(located.With(items)) is { Value: var item } ? item.ContentMediaType : null);
        return mediaType is not null && MediaTypes.IsValid(mediaType) && !MediaTypes.IsRange(mediaType) ? mediaType : null;
    }

    private BodyPartKind Kind(TypeReference type, bool isWhole) => type.Kind switch
    {
        TypeKind.Binary => BodyPartKind.File,
        TypeKind.List when type.Argument!.Kind == TypeKind.Binary => BodyPartKind.Files,
        TypeKind.Map when isWhole && type.Argument!.Kind == TypeKind.Binary => BodyPartKind.Files,
        TypeKind.Union when !isWhole && HasFiles(type, 0) => BodyPartKind.Choice,
        TypeKind.List => BodyPartKind.Json,
        _ when isWhole => BodyPartKind.Members,
        _ => type.IsScalar ? BodyPartKind.Value : BodyPartKind.Json,
    };

    private bool HasFiles(TypeReference type, int depth) => type.Kind switch
    {
        TypeKind.Binary => true,
        TypeKind.List => HasFiles(type.Argument!, depth),
        TypeKind.Union => depth < DeepestUnion && types.FindUnion(type) is { } union && union.Cases.Any(item => HasFiles(item.Type, depth + 1)),
        _ => false,
    };

    /// <summary>The first of a list that is no range; a range stays one, which the file itself then fills.</summary>
    private static string? ContentType(string? list)
    {
        if (list is null)
        {
            return null;
        }
        var names = list.Split(',').Select(static name => name.Trim()).Where(MediaTypes.IsValid).ToList();
        return names.Find(static name => !MediaTypes.IsRange(name)) ?? names.FirstOrDefault();
    }

    /// <summary>The headers with one value that can be known: a constant, the only one of an enum, or the default. Content-Type is not among them (Encoding Object, headers).</summary>
    private EquatableArray<BodyPartHeaderModel> Headers(OpenApiEncoding? encoding)
    {
        var result = new List<BodyPartHeaderModel>();
        foreach (var entry in encoding?.Headers ?? OpenApiMap<OpenApiHeader>.Empty)
        {
            if (string.Equals(entry.Name, "Content-Type", StringComparison.OrdinalIgnoreCase)
                || string.Equals(entry.Name, "Content-Disposition", StringComparison.OrdinalIgnoreCase)
                || context.References.Header(mediaType.With(entry.Value)) is not { Value.Schema: { } reference } header
                || context.References.Schema(header.With(reference)) is not { Value: var schema })
            {
                continue;
            }
            var value = schema.Const ?? (schema.Enum is { Length: 1 } values ? values[0] : schema.Default);
            if (value is ScalarNode { IsNull: false } scalar && IsHeader(entry.Name, scalar.Text))
            {
                result.Add(new BodyPartHeaderModel(entry.Name, scalar.Text));
            }
        }
        return result.ToEquatableArray();
    }

    private static bool IsHeader(string name, string value) =>
        name.Length > 0
        && name.All(static character => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0)
        && value.All(static character => character is >= ' ' and <= '~');
}
