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
                new OperationEmitter(writer, new TypeSyntax(model.Namespace, [XmlShapesEmitter.ClassName]), operation).Emit();
            }
        }
        // Variants of an operation share these.
        foreach (var results in model.Operations.Select(static operation => operation.Results).Distinct())
        {
            if (results is not null)
            {
                writer.Line();
                ResultEmitter.Emit(writer, new TypeSyntax(model.Namespace), results);
            }
        }
        foreach (var headers in model.Operations.Select(static operation => operation.Headers).Distinct())
        {
            if (headers is not null)
            {
                writer.Line();
                HeadersEmitter.Emit(writer, new TypeSyntax(model.Namespace), headers);
            }
        }
        foreach (var type in model.Types)
        {
            writer.Line();
            TypesEmitter.Emit(writer, type);
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }
}
