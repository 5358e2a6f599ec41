using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Prints the classes of a workflow's inputs, outputs and credentials.</summary>
internal static class WorkflowDataEmitter
{
    public static SourceFile Inputs(WorkflowModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        var values = new ValueSyntax(types);
        return Class(model, model.Inputs.Name, model.Inputs.Documentation ?? $"The inputs of the workflow '{model.Id}'.", model.Inputs.Items, (writer, input) =>
        {
            writer.Documentation("summary", input.Documentation ?? input.DocumentName);
            var initial = input.Default is null ? "" : $" = {values.Print(input.Default)};";
            writer.Line($"public {(input.IsRequired ? "required " : "")}{types.Type(input.Type)} {input.Name} {{ get; init; }}{initial}");
        });
    }

    public static SourceFile Outputs(WorkflowModel model)
    {
        var types = new TypeSyntax(model.Namespace);
        return Class(model, model.Outputs.Name, $"The outputs of the workflow '{model.Id}'; null where the run did not come by what yields them.", model.Outputs.Items, (writer, output) =>
        {
            writer.Documentation("summary", $"The output '{output.DocumentName}'.");
            writer.Line($"public {types.Type(output.Type)} {output.Name} {{ get; init; }}");
        });
    }

    public static SourceFile Credentials(WorkflowModel model, WorkflowCredentialsModel credentials)
    {
        var types = new TypeSyntax(model.Namespace);
        var values = new ValueSyntax(types);
        return Class(model, credentials.Name, $"What a run of the workflow '{model.Id}' needs and a checkpoint never holds.", credentials.Items, (writer, credential) =>
        {
            writer.Documentation("summary", credential.Documentation ?? credential.Name);
            var initial = credential.Default is null ? "" : $" = {values.Print(credential.Default)};";
            writer.Line($"public {(credential.IsRequired ? "required " : "")}{types.Type(credential.Type)} {credential.Name} {{ get; init; }}{initial}");
        });
    }

    private static SourceFile Class<T>(WorkflowModel model, string name, string documentation, EquatableArray<T> items, Action<SourceWriter, T> property)
        where T : IEquatable<T>
    {
        var writer = SourceFile.Start(model.Namespace, model.Source, "Arazzo.Runtime.CompilerServices");
        writer.Documentation("summary", documentation);
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {name}"))
        {
            for (var index = 0; index < items.Count; index++)
            {
                if (index > 0)
                {
                    writer.Line();
                }
                property(writer, items[index]);
            }
        }
        var folder = model.HintName.Substring(0, model.HintName.LastIndexOf('/') + 1);
        return new SourceFile($"{folder}{name.Replace("@", "")}.g.cs", writer.ToSourceText());
    }
}
