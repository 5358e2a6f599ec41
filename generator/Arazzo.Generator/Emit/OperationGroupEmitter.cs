using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the operations of a client that share a file.</summary>
internal static class OperationGroupEmitter
{
    public static SourceFile Emit(OperationGroupModel model)
    {
        var writer = SourceFile.Start(model.Namespace, null, "Arazzo.Runtime.CompilerServices");
        using (writer.Block($"partial class {model.ClientName}"))
        {
            var first = true;
            foreach (var operation in model.Operations)
            {
                if (!first)
                {
                    writer.Line();
                }
                first = false;
                new OperationEmitter(writer, new TypeSyntax(model.Namespace), operation).Emit();
            }
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }
}
