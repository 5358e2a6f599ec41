using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>An operation of a document and what it became.</summary>
/// <param name="Api">The client that offers it.</param>
/// <param name="Operation">The operation as the document describes it.</param>
/// <param name="Model">What is emitted for it; null when it is not supported, which a diagnostic has said.</param>
internal sealed record BoundOperation(BoundApi Api, Located<OpenApiOperation> Operation, OperationModel? Model);
