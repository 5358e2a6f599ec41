using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Operations.Bodies;

/// <summary>What the variants of an operation are called.</summary>
internal static class VariantNames
{
    /// <summary>What tells a variant from the first: <c>AsForm</c>, <c>AsVndContosoJson</c>.</summary>
    public static string Suffix(BodyKind kind, string mediaType)
    {
        var type = MediaTypes.Type(mediaType);
        return kind switch
        {
            BodyKind.Form => "AsForm",
            BodyKind.Binary => "AsBinary",
            BodyKind.JsonLines => "AsJsonLines",
            BodyKind.Multipart => type == "multipart/form-data" ? "AsMultipart" : "As" + CSharpName.Pascal(type),
            BodyKind.Json when type == "application/json" || MediaTypes.IsRange(type) => "AsJson",
            BodyKind.Text or BodyKind.Json when type == "text/plain" => "AsText",
            BodyKind.Text when MediaTypes.IsRange(type) => "AsText",
            BodyKind.Json or BodyKind.Xml when type.StartsWith("text/", StringComparison.Ordinal) => "As" + CSharpName.Pascal(type),
            _ => "As" + CSharpName.Pascal(type.Substring(type.IndexOf('/') + 1)),
        };
    }
}
