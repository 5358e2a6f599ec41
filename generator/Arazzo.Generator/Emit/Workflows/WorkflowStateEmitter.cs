using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Prints the class that holds the values of a run, and how they get into a checkpoint and out of it.</summary>
internal sealed class WorkflowStateEmitter(SourceWriter writer, TypeSyntax types, WorkflowModel model)
{
    private readonly List<StepOutputModel> _outputs =
        [.. model.Steps.SelectMany(static step => step.Outputs.Concat(step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Keeps)))];

    public void Emit()
    {
        using (writer.Block("private sealed class State : WorkflowState"))
        {
            writer.Line($"public State({model.Inputs.Name} inputs) => Inputs = inputs;");
            writer.Line();
            Restore();
            writer.Line($"public {model.Inputs.Name} Inputs {{ get; }}");
            if (_outputs.Exists(static output => output.IsSecret))
            {
                writer.Line();
                writer.Line("public override bool HasSecrets => true;");
            }
            var secrets = model.Inputs.Items.Where(static input => input.IsSecret).Select(static input => "Inputs." + input.Name).ToList();
            if (secrets.Count > 0)
            {
                writer.Line();
                writer.Line($"public override object?[] SecretInputs => [{string.Join(", ", secrets)}];");
            }
            CredentialOf();
            foreach (var output in _outputs)
            {
                writer.Line();
                writer.Line($"public {types.Type(output.Type)} {output.Field} {{ get; set; }}");
            }
            foreach (var secret in model.Credentials?.Items.Where(static item => item.IsCalled) ?? [])
            {
                writer.Line();
                writer.Line($"public {types.Type(secret.Type)} {secret.Field} {{ get; set; }}");
            }
            writer.Line();
            Write();
            Describe();
        }
    }

    private void Restore()
    {
        var credentials = model.Credentials is null ? "" : $", {model.Credentials.Name} credentials";
        var stored = _outputs.FindAll(static output => !output.IsSecret);
        using (writer.Block($"public State(global::System.Text.Json.JsonElement json{credentials})"))
        {
            using (writer.Block($"Inputs = new {model.Inputs.Name}", ";"))
            {
                foreach (var input in model.Inputs.Items)
                {
                    writer.Line($"{input.Name} = {Restored(input)},");
                }
            }
            if (stored.Count > 0)
            {
                writer.Line("Restore(json);");
            }
            foreach (var secret in model.Credentials?.Items.Where(static item => item.Field is not null) ?? [])
            {
                writer.Line($"{secret.Field} = credentials.{secret.Name};");
            }
        }
        writer.Line();
        if (stored.Count == 0)
        {
            return;
        }
        using (writer.Block("public override void Restore(global::System.Text.Json.JsonElement json)"))
        {
            foreach (var output in stored)
            {
                writer.Line($"{output.Field} = {Read(output.Type, output.Key)};");
            }
        }
        writer.Line();
    }

    /// <summary>What a message says is missing, when a run was resumed without it.</summary>
    private void CredentialOf()
    {
        var secrets = model.Credentials?.Items.Where(static item => item is { Field: not null, IsCalled: false }).ToList() ?? [];
        if (secrets.Count == 0)
        {
            return;
        }
        writer.Line();
        using (writer.Block("public override string? CredentialOf(string expression) => expression switch", ";"))
        {
            foreach (var (step, output) in model.Steps.SelectMany(static step => step.Outputs.Select(output => (step, output))).Where(pair => secrets.Exists(secret => secret.Field == pair.output.Field)))
            {
                // What a call yields is read as '$workflows.id.outputs.x', all else as '$steps.id.outputs.x'; something may follow.
                var isCalled = output.Value is CalledOutputValue && output.Key == $"{step.Id}.$outputs.{output.DocumentName}";
                var text = isCalled ? $".outputs.{output.DocumentName}" : $"$steps.{step.Id}.outputs.{output.DocumentName}";
                var method = isCalled ? "Contains" : "StartsWith";
                writer.Line($"_ when expression.{method}({CSharpText.Literal(text)}, global::System.StringComparison.Ordinal) => {CSharpText.Literal(secrets.Find(secret => secret.Field == output.Field)!.Name.TrimStart('@'))},");
            }
            writer.Line("_ => null,");
        }
    }

    private string Restored(WorkflowInputModel input) =>
        model.Credentials?.Items.FirstOrDefault(item => item.Input == input.Name) is { } credential ? "credentials." + credential.Name : Read(input.Type, Key(input));

    private string Read(TypeReference type, string key)
    {
        var arguments = types.Arguments(type.NotNull());
        return type.IsNullable ? $"Read{(type.IsValueType ? "Value" : "")}{arguments}(json, {CSharpText.Literal(key)})" : $"Require{arguments}(json, {CSharpText.Literal(key)})";
    }

    private void Write()
    {
        using (writer.Block("public override void Write(JsonOutput json)"))
        {
            foreach (var input in model.Inputs.Items.Where(static input => !input.IsSecret))
            {
                Write(input.Type, Key(input), "Inputs." + input.Name);
            }
            foreach (var output in _outputs.Where(static output => !output.IsSecret))
            {
                Write(output.Type, output.Key, output.Field);
            }
        }
    }

    private void Write(TypeReference type, string key, string value)
    {
        var method = !type.IsNullable ? "WriteProperty" : type.IsValueType ? "WriteValueUnlessNull" : "WriteUnlessNull";
        writer.Line($"json.{method}{types.Arguments(type.NotNull())}({CSharpText.Literal(key)}, {value});");
    }

    private void Describe()
    {
        var steps = model.Steps.Where(static step => step.Outputs.Any(static output => !output.IsSecret)).ToList();
        if (steps.Count == 0)
        {
            return;
        }
        writer.Line();
        using (writer.Block("public override void Describe(string step, WorkflowOutputs outputs)"))
        using (writer.Block("switch (step)"))
        {
            foreach (var step in steps)
            {
                writer.Line($"case Step.{step.Name}:");
                foreach (var output in step.Outputs.Where(static output => !output.IsSecret))
                {
                    var method = output.Type.IsValueType ? "AddValue" : "Add";
                    writer.Line($"    outputs.{method}{types.Arguments(output.Type.NotNull())}({CSharpText.Literal(output.DocumentName)}, {output.Field});");
                }
                writer.Line("    break;");
            }
        }
    }

    // Steps cannot be called so: ids have no '$'.
    private static string Key(WorkflowInputModel input) => "$inputs." + input.DocumentName;
}
