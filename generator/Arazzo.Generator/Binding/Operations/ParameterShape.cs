using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Location = Arazzo.Generator.OpenApi.ParameterLocation;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>The type of a parameter and how its value becomes text.</summary>
/// <param name="Type">The type.</param>
/// <param name="Form">The form.</param>
/// <param name="Style">The style; <see cref="ParameterStyle.Cookie"/> for a cookie that is sent as it is.</param>
internal readonly record struct ParameterShape(TypeReference Type, ParameterForm Form, ParameterStyle Style)
{
    /// <summary>Whether its values are secrets.</summary>
    public bool IsSecret { get; init; }

    public static ParameterShape Text { get; } = new(TypeReference.String, ParameterForm.Scalar, ParameterStyle.Simple);

    /// <param name="types">The types of schemas.</param>
    /// <param name="located">The parameter itself, not a reference to it.</param>
    /// <param name="name">What an emitted type is called if its schema has no name.</param>
    /// <param name="isInline">Whether the parameter stands in the operation.</param>
    public static ParameterShape Of(TypeTable types, Located<OpenApiParameter> located, string name, bool isInline)
    {
        var parameter = located.Value;
        var style = StyleOf(parameter);
        if (parameter.Content.Count > 0)
        {
            return Content(types, located, name, isInline);
        }
        var type = Plain(parameter.Schema is { } schema ? types.Bind(located.With(schema), name, isInline) : TypeReference.String).NotNull();
        if (IsScalar(type))
        {
            return new ParameterShape(type, ParameterForm.Scalar, style);
        }
        if (parameter.In == Location.QueryString)
        {
            // The document should say so by `content`; a form is what a query is.
            return type.Kind is TypeKind.Object or TypeKind.Map ? new ParameterShape(type, ParameterForm.Form, style) : Text;
        }
        var isList = type.Kind == TypeKind.List && IsScalar(type.Argument!) && style != ParameterStyle.DeepObject;
        return new ParameterShape(type, isList ? ParameterForm.List : ParameterForm.Value, style);
    }

    private static ParameterShape Content(TypeTable types, Located<OpenApiParameter> located, string name, bool isInline)
    {
        var content = located.Value.Content;
        var isForm = located.Value.In == Location.QueryString && MediaTypes.Json(content) is null && MediaTypes.Type(content[0].Name) == "application/x-www-form-urlencoded";
        var entry = isForm ? content[0] : MediaTypes.Json(content) ?? content[0];
        var type = entry.Value.Schema is { } schema ? types.Bind(located.With(schema), name, isInline).NotNull() : TypeReference.Any;
        if (isForm || MediaTypes.Json(content) is not null)
        {
            return new ParameterShape(type, isForm ? ParameterForm.Form : ParameterForm.Json, StyleOf(located.Value));
        }
        // Text of a media type of its own; a cookie of it is escaped by whoever gives it (OpenAPI, appendix D).
        type = Plain(type);
        return new ParameterShape(
            IsScalar(type) ? type : TypeReference.String, ParameterForm.Scalar, located.Value.In == Location.Cookie ? ParameterStyle.Cookie : ParameterStyle.Simple);
    }

    /// <summary>The type that a caller can give as text: of what a schema does not say, a string.</summary>
    private static TypeReference Plain(TypeReference type) => type.Kind switch
    {
        TypeKind.Any or TypeKind.Binary or TypeKind.Base64Url => TypeReference.String,
        TypeKind.List => TypeReference.List(Plain(type.Argument!)),
        _ => type,
    };

    private static bool IsScalar(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => true,
        TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes => true,
        TypeKind.Enum => true,
        _ => false,
    };

    private static ParameterStyle StyleOf(OpenApiParameter parameter) => parameter.Style switch
    {
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "tabDelimited" => ParameterStyle.TabDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "cookie" => ParameterStyle.Cookie,
        _ => ParameterStyle.Form,
    };
}
