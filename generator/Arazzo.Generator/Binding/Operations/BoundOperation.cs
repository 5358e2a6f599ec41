using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>An operation of a document and what it became.</summary>
/// <param name="api">The client that offers it.</param>
/// <param name="operation">The operation as the document describes it.</param>
/// <param name="variants">What is emitted for it: a method for each way to call it, the preferred one first; none when it is not supported, which a diagnostic has said.</param>
internal sealed class BoundOperation(BoundApi api, Located<OpenApiOperation> operation, IReadOnlyList<OperationModel> variants)
{
    public BoundApi Api { get; } = api;

    public Located<OpenApiOperation> Operation { get; } = operation;

    public IReadOnlyList<OperationModel> Variants { get; } = variants;

    /// <summary>The preferred variant; null when the operation is not supported.</summary>
    public OperationModel? Model => Variants.Count == 0 ? null : Variants[0];
}
