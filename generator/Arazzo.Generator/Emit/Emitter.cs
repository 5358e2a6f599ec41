using Arazzo.Generator.Emit.Workflows;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit;

/// <summary>Model to C#: prints, decides nothing.</summary>
internal static class Emitter
{
    public static IEnumerable<SourceFile> Emit(FileModel model) => model switch
    {
        TypesModel item => [TypesEmitter.Emit(item)],
        ClientModel item => [ClientEmitter.Emit(item)],
        OperationGroupModel item => [OperationGroupEmitter.Emit(item)],
        XmlShapesModel item => [XmlShapesEmitter.Emit(item)],
        WorkflowModel item => WorkflowEmitter.Emit(item),
        _ => throw new InvalidOperationException($"No emitter for {model.GetType().Name}."),
    };
}
