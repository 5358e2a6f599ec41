using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>Decides which fields of a form are not written as usual (OpenAPI 3.2, Encoding Object).</summary>
internal static class FormFieldBinder
{
    /// <summary>The fields with a style. One of its three keywords is enough for the rules of query parameters; <c>contentType</c> changes nothing in a form.</summary>
    public static EquatableArray<FormFieldModel> Bind(OpenApiMediaType mediaType) =>
        mediaType.Encoding.Select(static entry => Bind(entry.Name, entry.Value)).OfType<FormFieldModel>().ToEquatableArray();

    /// <summary>How a field is written; null for the usual way.</summary>
    public static FormFieldModel? Bind(string name, OpenApiEncoding encoding) =>
        encoding.Style is not null || encoding.Explode is not null || encoding.AllowReserved ? Field(name, encoding.Style ?? "form", encoding) : null;

    private static FormFieldModel Field(string name, string style, OpenApiEncoding encoding) =>
        new(name, CSharpName.Pascal(style), encoding.Explode ?? style == "form", encoding.AllowReserved);
}
