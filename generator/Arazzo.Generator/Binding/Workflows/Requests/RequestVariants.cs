using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>Chooses among the variants of an operation the one that sends what a step gives.</summary>
internal static class RequestVariants
{
    /// <summary>The variant of the media type, then that of its kind, then the preferred one.</summary>
    public static OperationModel? Choose(BoundOperation operation, string? contentType)
    {
        if (contentType is null)
        {
            return operation.Model;
        }
        var type = MediaTypes.Type(contentType);
        return operation.Variants.FirstOrDefault(variant => variant.Body is { } body && MediaTypes.Type(body.MediaType) == type)
            ?? operation.Variants.FirstOrDefault(variant => variant.Body is { } body && MediaTypes.Kind(contentType, body.Type) == body.Kind)
            ?? operation.Model;
    }
}
