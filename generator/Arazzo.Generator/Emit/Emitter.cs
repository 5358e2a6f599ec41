using Arazzo.Generator.Emit.Workflows;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit;

/// <summary>Model to C#: prints, decides nothing.</summary>
internal static class Emitter
{
    public static IEnumerable<SourceFile> Emit(FileModel model) => model switch
    {
        ObjectModel { IsValidated: true } item => [ObjectEmitter.Emit(item), ObjectJsonEmitter.Emit(item), ObjectValidationEmitter.Emit(item)],
        ObjectModel item => [ObjectEmitter.Emit(item), ObjectJsonEmitter.Emit(item)],
        UnionModel item => [UnionEmitter.Emit(item)],
        EnumModel item => [item.IsInteger ? IntegerEnumEmitter.Emit(item) : EnumEmitter.Emit(item)],
        ClientModel item => [ClientEmitter.Emit(item)],
        OperationGroupModel item => [OperationGroupEmitter.Emit(item)],
        XmlShapesModel item => [XmlShapesEmitter.Emit(item)],
        WorkflowModel item => WorkflowEmitter.Emit(item),
        _ => throw new InvalidOperationException($"No emitter for {model.GetType().Name}."),
    };
}
