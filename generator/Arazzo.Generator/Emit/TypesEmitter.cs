using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the types that share a file: it is the number of files that costs the compiler.</summary>
internal static class TypesEmitter
{
    public static SourceFile Emit(TypesModel model)
    {
        var writer = SourceFile.Start(model.Types[0].Namespace, model.Types[0].Source, "Arazzo.Runtime.CompilerServices");
        for (var index = 0; index < model.Types.Count; index++)
        {
            if (index > 0)
            {
                writer.Line();
            }
            Emit(writer, model.Types[index]);
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    public static void Emit(SourceWriter writer, TypeModel model)
    {
        switch (model)
        {
            case ObjectModel item:
                ObjectEmitter.Emit(writer, item);
                break;
            case UnionModel item:
                UnionEmitter.Emit(writer, item);
                break;
            case EnumModel { IsInteger: true } item:
                IntegerEnumEmitter.Emit(writer, item);
                break;
            case EnumModel item:
                EnumEmitter.Emit(writer, item);
                break;
        }
    }
}
