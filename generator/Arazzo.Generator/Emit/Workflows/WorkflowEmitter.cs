using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Prints the class of a workflow.</summary>
internal sealed class WorkflowEmitter(WorkflowModel model)
{
    private const string Trailing =
        "global::Arazzo.Runtime.WorkflowOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default";

    private const string TrailingTypes = "global::Arazzo.Runtime.WorkflowOptions, global::System.Threading.CancellationToken";

    private readonly TypeSyntax _types = new(model.Namespace, ["Definition", "Patterns", "State", "Step"]);
    private readonly string _result = $"global::System.Threading.Tasks.Task<global::Arazzo.Runtime.WorkflowResult<{model.Outputs.Name}>>";

    public static IEnumerable<SourceFile> Emit(WorkflowModel model)
    {
        yield return new WorkflowEmitter(model).Emit();
        yield return WorkflowDataEmitter.Inputs(model);
        yield return WorkflowDataEmitter.Outputs(model);
        if (model.Credentials is not null)
        {
            yield return WorkflowDataEmitter.Credentials(model, model.Credentials);
        }
    }

    private SourceFile Emit()
    {
        var writer = SourceFile.Start(model.Namespace, model.Source, "Arazzo.Runtime.CompilerServices");
        writer.Documentation("summary", model.Documentation);
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {model.Name}"))
        {
            Construction(writer);
            Run(writer);
            Resume(writer);
            Call(writer);
            Execute(writer);
            Steps(writer);
            Patterns(writer);
            writer.Line();
            new WorkflowStateEmitter(writer, _types, model).Emit();
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    private void Construction(SourceWriter writer)
    {
        foreach (var client in model.Clients)
        {
            writer.Line($"private readonly {ClientType(client)} {client.Field};");
        }
        writer.Line();
        writer.Line("/// <summary>Makes a workflow that can be run any number of times, at once too.</summary>");
        ClientDocumentation(writer);
        using (writer.Block($"public {model.Name}({ClientParameters()})"))
        {
            foreach (var client in model.Clients)
            {
                writer.Line($"{client.Field} = {client.Variable} ?? throw new global::System.ArgumentNullException(nameof({client.Variable}));");
            }
        }
        writer.Line();
    }

    private void Run(SourceWriter writer)
    {
        var mayOmit = !model.Inputs.Items.Any(static input => input.IsRequired);
        var parameter = mayOmit ? $"{model.Inputs.Name}? inputs = null" : $"{model.Inputs.Name} inputs";
        writer.Line($"/// <inheritdoc cref=\"RunAsync({model.Inputs.Name}, {TrailingTypes})\"/>");
        writer.Line($"public static {_result} RunAsync({ClientParameters()}, {parameter}, {Trailing}) =>");
        writer.Line($"    new {model.Name}({ClientArguments()}).RunAsync(inputs, options, cancellationToken);");
        writer.Line();
        RunDocumentation(writer);
        using (writer.Block($"public {_result} RunAsync({parameter}, {Trailing})"))
        {
            writer.Line(mayOmit ? $"inputs ??= new {model.Inputs.Name}();" : "global::System.ArgumentNullException.ThrowIfNull(inputs);");
            writer.Line("Validate(inputs);");
            writer.Line("var state = new State(inputs);");
            writer.Line("var run = WorkflowRun.Start(Definition, state, options, cancellationToken);");
            writer.Line("return run.CompleteAsync(ExecuteAsync(run, state));");
        }
        writer.Line();
    }

    private void Resume(SourceWriter writer)
    {
        var credentials = model.Credentials is { } secrets ? $", {secrets.Name} credentials" : "";
        var argument = model.Credentials is null ? "" : ", credentials";
        writer.Line($"/// <inheritdoc cref=\"ResumeAsync(global::Arazzo.Runtime.WorkflowCheckpoint, {(model.Credentials is { } needed ? needed.Name + ", " : "")}{TrailingTypes})\"/>");
        writer.Line($"public static {_result} ResumeAsync({ClientParameters()}, global::Arazzo.Runtime.WorkflowCheckpoint checkpoint{credentials}, {Trailing}) =>");
        writer.Line($"    new {model.Name}({ClientArguments()}).ResumeAsync(checkpoint{argument}, options, cancellationToken);");
        writer.Line();
        ResumeDocumentation(writer);
        using (writer.Block($"public async {_result} ResumeAsync(global::Arazzo.Runtime.WorkflowCheckpoint checkpoint{credentials}, {Trailing})"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(checkpoint);");
            if (model.Credentials is not null)
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(credentials);");
            }
            writer.Line($"var state = new State(Definition.Open(checkpoint){argument});");
            writer.Line("Validate(state.Inputs);");
            writer.Line("var run = await WorkflowRun.ResumeAsync(Definition, checkpoint, state, options, cancellationToken).ConfigureAwait(false);");
            writer.Line("return await run.CompleteAsync(ExecuteAsync(run, state)).ConfigureAwait(false);");
        }
        writer.Line();
    }

    /// <summary>How another workflow runs this one. What a checkpoint inside of it cannot hold is given by the caller, which takes it from the user.</summary>
    private void Call(SourceWriter writer)
    {
        var secrets = model.Credentials?.Items.Where(static item => item.Field is not null).ToList() ?? [];
        var parameters = string.Concat(secrets.Select(secret => $", {_types.Type(secret.Type.OrNull())} {secret.Variable} = null"));
        var values = string.Join(", ", secrets.Select(static secret => $"{secret.Field} = caller.GoesOnInside ? {secret.Variable} : null"));
        writer.Line("/// <summary>Runs the workflow for a step of another.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"public global::System.Threading.Tasks.Task<WorkflowAnswer<{model.Outputs.Name}>> CallAsync(WorkflowRun caller, {model.Inputs.Name} inputs, global::System.TimeSpan? timeout = null, bool once = false{parameters})"))
        {
            writer.Line("Validate(inputs);");
            writer.Line($"var state = new State(inputs){(secrets.Count == 0 ? "" : $" {{ {values} }}")};");
            writer.Line("var run = caller.Call(Definition, ref state, timeout, once);");
            writer.Line("return run.ReturnAsync(ExecuteAsync(run, state));");
        }
        writer.Line();
    }

    private void Execute(SourceWriter writer)
    {
        using (writer.Block($"private async {_result} ExecuteAsync(WorkflowRun run, State state)"))
        {
            writer.Line("using var span = run.Begin();");
            if (model.HasJumps)
            {
                using (writer.Block("while (run.Next is { } next)"))
                using (writer.Block("switch (next)"))
                {
                    foreach (var step in model.Steps)
                    {
                        using (writer.Block($"case Step.{step.Name}:"))
                        {
                            new StepEmitter(writer, _types, step, model.Outputs.Name).Emit();
                            if (step.Call?.Results is null)
                            {
                                writer.Line("break;");
                            }
                        }
                    }
                    writer.Line("default:");
                    writer.Line("    throw new global::System.InvalidOperationException(next);");
                }
            }
            else
            {
                foreach (var step in model.Steps)
                {
                    using (writer.Block($"if (run.Next == Step.{step.Name})"))
                    {
                        new StepEmitter(writer, _types, step, model.Outputs.Name).Emit();
                    }
                }
            }
            Result(writer);
        }
        writer.Line();
    }

    private void Result(SourceWriter writer)
    {
        var values = new ValueSyntax(_types);
        var outputs = model.Outputs.Items.Where(static output => output.Value is not null).ToList();
        if (outputs.Count == 0)
        {
            writer.Line($"return run.Result(new {model.Outputs.Name}());");
            return;
        }
        using (writer.Block($"return run.Result(new {model.Outputs.Name}", ");"))
        {
            foreach (var output in outputs)
            {
                writer.Line($"{output.Name} = {values.Print(output.Value!)},");
            }
        }
    }

    private void Steps(SourceWriter writer)
    {
        writer.Line($"""
            /// <summary>A hand-written part of the class can refuse inputs here, before anything is sent.</summary>
            /// <param name="inputs">The inputs of a run that starts or is resumed.</param>
            static partial void Validate({model.Inputs.Name} inputs);

            """);
        var steps = string.Concat(model.Steps.Select(static step => ", Step." + step.Name));
        var definition = $"private static WorkflowDefinition Definition {{ get; }} = new({CSharpText.Literal(model.Id)}, {CSharpText.Literal(model.Fingerprint)}{steps})";
        var described = model.Steps.Where(static step => step.Description is not null).ToList();
        if (described.Count == 0)
        {
            writer.Line(definition + ";");
        }
        else
        {
            using (writer.Block(definition, ";"))
            using (writer.Block("Describe = static step => step switch", ","))
            {
                foreach (var step in described)
                {
                    writer.Line($"Step.{step.Name} => {CSharpText.Literal(step.Description!)},");
                }
                writer.Line("_ => null,");
            }
        }
        writer.Line();
        using (writer.Block("private static class Step"))
        {
            foreach (var step in model.Steps)
            {
                writer.Line($"public const string {step.Name} = {CSharpText.Literal(step.Id)};");
            }
        }
    }

    private void Patterns(SourceWriter writer)
    {
        if (model.Patterns.IsEmpty)
        {
            return;
        }
        writer.Line();
        using (writer.Block("private static class Patterns"))
        {
            foreach (var pattern in model.Patterns)
            {
                var method = pattern.IsLinear ? "Linear" : "Limited";
                writer.Line($"public static readonly global::System.Text.RegularExpressions.Regex {pattern.Name} = WorkflowPattern.{method}({CSharpText.Literal(pattern.Text)});");
            }
        }
    }

    private string ClientParameters() => string.Join(", ", model.Clients.Select(client => $"{ClientType(client)} {client.Variable}"));

    private string ClientArguments() => string.Join(", ", model.Clients.Select(static client => client.Variable));

    private string ClientType(WorkflowClientModel client) => client.Namespace == model.Namespace ? client.Name : TypeSyntax.Qualified(client.Namespace, client.Name);

    private void ClientDocumentation(SourceWriter writer)
    {
        foreach (var client in model.Clients)
        {
            writer.Line($"/// <param name=\"{client.Variable.TrimStart('@')}\">Sends the requests.</param>");
        }
    }

    private void RunDocumentation(SourceWriter writer)
    {
        writer.Line(model.Documentation is null ? "/// <summary>Runs the workflow.</summary>" : $"/// <inheritdoc cref=\"{model.Name}\" path=\"/summary\"/>");
        writer.Line("""
            /// <param name="inputs">What the run needs.</param>
            /// <param name="options">Polling, progress, checkpoints and time; null for the defaults.</param>
            /// <param name="cancellationToken">Stops the run.</param>
            /// <returns>The outputs, and the step and action that the run ended with.</returns>
            """);
        Exceptions(writer);
    }

    private void ResumeDocumentation(SourceWriter writer)
    {
        writer.Line("/// <summary>Goes on with a run where a checkpoint was made, in another process too.</summary>");
        writer.Line("/// <param name=\"checkpoint\">The last checkpoint of the run.</param>");
        if (model.Credentials is not null)
        {
            writer.Line("/// <param name=\"credentials\">The secrets, which are never in a checkpoint.</param>");
        }
        writer.Line("""
            /// <param name="options">Polling, progress, checkpoints and time; null for the defaults.</param>
            /// <param name="cancellationToken">Stops the run.</param>
            /// <returns>The outputs, and the step and action that the run ended with.</returns>
            /// <exception cref="global::Arazzo.Runtime.WorkflowCheckpointException">The checkpoint is damaged or of another workflow.</exception>
            """);
        Exceptions(writer);
    }

    private static void Exceptions(SourceWriter writer) => writer.Line("""
        /// <exception cref="global::Arazzo.Runtime.WorkflowStepFailedException">A step failed, and the description has no action for that.</exception>
        /// <exception cref="global::Arazzo.Runtime.WorkflowTimeoutException">Polling took longer than the options allow.</exception>
        /// <exception cref="global::Arazzo.Runtime.WorkflowOutcomeUnknownException">The answer of a step that is not safe to repeat was lost.</exception>
        """);
}
