using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Operations.Responses;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>Decides how the body of an operation can be sent: a way for each media type that is not another name for one before it.</summary>
internal sealed class BodyBinder(BindingContext context, TypeTable types, XmlShapeBinder xml, Located<OpenApiOperation> operation, string id, string name)
{
    /// <summary>The ways, the preferred one first: JSON, then the others in the order of the document. Null when there is none although one is needed, which a diagnostic says.</summary>
    public List<BoundBody>? Bind()
    {
        var isDeclared = operation.Value.RequestBody is not null;
        if ((isDeclared ? context.References.RequestBody(operation.With(operation.Value.RequestBody!)) : SwaggerBody.Find(context, operation)) is not { } located)
        {
            return isDeclared ? Refuse("its request body cannot be found") : [BoundBody.None];
        }
        var entries = located.Value.Content.Where(entry => IsValid(located, entry)).OrderBy(static entry => Math.Min(MediaTypes.JsonRank(entry.Name), 3)).ToList();
        if (entries.Count == 0)
        {
            return located.Value.Content.Count == 0 || !located.Value.Required ? [BoundBody.None] : Refuse("its request body has no media type");
        }
        var bodies = new List<BoundBody>();
        foreach (var entry in entries)
        {
            var model = Model(located, entry, bodies.Count == 0);
            if (!bodies.Exists(other => IsCovered(model, other.Model!)) && !(MediaTypes.IsRange(entry.Name) && IsNamed(entries, entry)))
            {
                bodies.Add(new BoundBody(bodies.Count == 0 ? "" : Suffix(model, bodies), model));
            }
        }
        return bodies;
    }

    private List<BoundBody>? Refuse(string reason)
    {
        context.Diagnostics(operation.File).Report(DiagnosticDescriptors.UnsupportedOperation, operation.Value.MethodKey.Range, id, reason);
        return null;
    }

    private bool IsValid(Located<OpenApiRequestBody> body, OpenApiEntry<OpenApiMediaType> entry)
    {
        if (MediaTypes.IsValid(entry.Name))
        {
            return true;
        }
        context.Diagnostics(body.File).Report(DiagnosticDescriptors.InvalidMediaType, entry.Key.Range, entry.Name);
        return false;
    }

    private BodyModel Model(Located<OpenApiRequestBody> body, OpenApiEntry<OpenApiMediaType> entry, bool isFirst)
    {
        // What an inline class is called depends on the media type alone.
        var suffix = isFirst ? "" : VariantNames.Suffix(MediaTypes.Kind(entry.Name, new TypeReference(TypeKind.Object)), entry.Name);
        var type = (entry.Value.Schema ?? Items(entry)) is { } schema ? types.Bind(body.With(schema), name + suffix + "Body", operation.Value.RequestBody is { Reference: null }) : null;
        var kind = MediaTypes.Kind(entry.Name, type);
        var model = new BodyModel(kind, Type(kind, type), body.Value.Required, ContentType(kind, entry.Name), body.Value.Description);
        return kind switch
        {
            BodyKind.JsonLines => model with { Type = new TypeReference(TypeKind.Items, Argument: new SequenceBinder(context, types).Item(body.With(entry.Value), ResponseKind.JsonLines, name + suffix + "Item").Type) },
            BodyKind.Form => model with { Fields = FormFieldBinder.Bind(entry.Value) },
            BodyKind.Multipart => Multipart(model, new BodyPartBinder(context, types, xml, body.With(entry.Value), MediaTypes.Type(entry.Name) == "multipart/form-data")),
            BodyKind.Xml => model with { Xml = xml.Bind(body.With(entry.Value.Schema!), model.Type) },
            _ => model,
        };
    }

    /// <summary>The list of the parts, where only each of them is described (3.2, <c>itemSchema</c>).</summary>
    private static OpenApiSchema? Items(OpenApiEntry<OpenApiMediaType> entry) =>
        entry.Value.ItemSchema is { } items && MediaTypes.Type(entry.Name).StartsWith("multipart/", StringComparison.Ordinal)
            ? new OpenApiSchema(entry.Value.Node) { Types = SchemaTypes.Array, Items = items }
            : null;

    private static BodyModel Multipart(BodyModel model, BodyPartBinder parts) => model with { Parts = parts.Bind(model.Type), Cases = parts.Cases(model.Type) };

    /// <summary>The type of the value, where the schema's own cannot be written so.</summary>
    private TypeReference Type(BodyKind kind, TypeReference? type) => kind switch
    {
        BodyKind.Json or BodyKind.JsonLines => type ?? TypeReference.Any,
        BodyKind.Binary => new TypeReference(TypeKind.Binary),
        BodyKind.Text => TextTypes.Of(types, type).NotNull(),
        BodyKind.Form => type switch
        {
            null => TypeReference.Map(TypeReference.String),
            { Kind: TypeKind.Any } => TypeReference.Map(TypeReference.Any),
            _ => type.NotNull(),
        },
        BodyKind.Multipart => type switch
        {
            null => TypeReference.Map(new TypeReference(TypeKind.Binary)),
            { Kind: TypeKind.Any } => TypeReference.Map(TypeReference.Any),
            _ => type.NotNull(),
        },
        _ => type!.NotNull(),
    };

    private static string ContentType(BodyKind kind, string name) => kind switch
    {
        BodyKind.Binary => name,
        BodyKind.Text when MediaTypes.IsRange(name) => "text/plain",
        _ => MediaTypes.ContentType(name),
    };

    /// <summary>Whether a body is sent by an earlier way as well: binary content names its own type, and <c>text/json</c> or <c>application/*+json</c> says nothing that <c>application/json</c> does not.</summary>
    private static bool IsCovered(BodyModel body, BodyModel earlier) => body.Kind == earlier.Kind && body.Kind switch
    {
        BodyKind.Binary or BodyKind.Form => true,
        BodyKind.JsonLines => body.Type == earlier.Type,
        _ => body.Type == earlier.Type
            && (MediaTypes.Type(body.MediaType) == MediaTypes.Type(earlier.MediaType) || MediaTypes.Type(body.MediaType) is "text/json" or "text/xml"),
    };

    /// <summary>Whether a range only says again what its members do.</summary>
    private static bool IsNamed(List<OpenApiEntry<OpenApiMediaType>> entries, OpenApiEntry<OpenApiMediaType> range) =>
        entries.Exists(entry => !MediaTypes.IsRange(entry.Name) && (range.Value.Schema is null || IsSame(entry.Value.Schema, range.Value.Schema)));

    private static bool IsSame(OpenApiSchema? left, OpenApiSchema? right) =>
        ReferenceEquals(left, right) || (left?.Reference is { } reference && reference.Text == right?.Reference?.Text);

    private static string Suffix(BodyModel body, List<BoundBody> others)
    {
        var suffix = VariantNames.Suffix(body.Kind, body.MediaType);
        return others.Exists(other => other.Suffix == suffix) ? $"As{CSharpName.Pascal(body.MediaType)}_{CSharpName.Fingerprint(body.MediaType)}" : suffix;
    }
}
