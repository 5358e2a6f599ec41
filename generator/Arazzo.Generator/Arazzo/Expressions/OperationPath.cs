using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>The value of <c>operationPath</c>: <c>{$sourceDescriptions.name.url}#/paths/~1pets/get</c>.</summary>
/// <param name="SourceName">The name of a source description.</param>
/// <param name="Pointer">To the operation in that document.</param>
internal sealed record OperationPath(string SourceName, JsonPointer Pointer);
