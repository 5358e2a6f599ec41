using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>The generated class of a workflow. Only names are taken from what the generator knows: those of the document, and what became of them.</summary>
internal sealed class GeneratedWorkflow
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly Assembly _assembly;
    private readonly WorkflowModel _model;
    private readonly Dictionary<string, ClientModel> _clients;
    private readonly List<WorkflowModel> _workflows;

    private GeneratedWorkflow(Assembly assembly, WorkflowModel model, Dictionary<string, ClientModel> clients, List<WorkflowModel> workflows) =>
        (_assembly, _model, _clients, _workflows) = (assembly, model, clients, workflows);

    /// <summary>The workflows of a project by document and workflowId.</summary>
    public static IReadOnlyDictionary<string, GeneratedWorkflow> Of(GeneratorResult result, Assembly assembly)
    {
        var models = result.Run.TrackedSteps.GetValueOrDefault(TrackingNames.Outputs, []).SelectMany(static step => step.Outputs).Select(static output => output.Value).ToList();
        var clients = models.OfType<ClientModel>().ToDictionary(static client => $"{client.Namespace}.{client.Name}", StringComparer.Ordinal);
        var workflows = models.OfType<WorkflowModel>().ToList();
        return workflows.ToDictionary(static model => model.Source, model => new GeneratedWorkflow(assembly, model, clients, workflows), StringComparer.Ordinal);
    }

    /// <summary>Starts a run.</summary>
    public Task<RunResult> RunAsync(HttpMessageHandler handler, IEnumerable<Api> apis, JsonObject inputs, WorkflowOptions options) =>
        InvokeAsync("RunAsync", handler, apis, [Inputs(inputs), options, CancellationToken.None]);

    /// <summary>Goes on with a run.</summary>
    /// <param name="frames">The workflows that were running, the outermost first: they know the secrets.</param>
    public Task<RunResult> ResumeAsync(HttpMessageHandler handler, IEnumerable<Api> apis, WorkflowCheckpoint checkpoint, IReadOnlyList<Frame> frames, WorkflowOptions options) =>
        ResumeAsync(handler, apis, checkpoint, (model, item) => Secret(model, item, frames, 0), options);

    /// <summary>Goes on with a run.</summary>
    /// <param name="secret">The secrets of a checkpoint, by the workflow.</param>
    public Task<RunResult> ResumeAsync(
        HttpMessageHandler handler, IEnumerable<Api> apis, WorkflowCheckpoint checkpoint, Func<WorkflowModel, WorkflowCredentialModel, JsonNode?> secret, WorkflowOptions options) =>
        InvokeAsync("ResumeAsync", handler, apis, [checkpoint, .. _model.Credentials is { } credentials ? (object?[])[Credentials(credentials, secret)] : [], options, CancellationToken.None]);

    /// <summary>Whether a workflow of the project has outputs that its checkpoints do not.</summary>
    public bool HasSecrets(Flow flow) => _workflows.Find(model => model.Source == $"{flow.Document.File}: {flow.Id}")?.Credentials?.Items.Any(static item => item is { Field: not null, IsCalled: false }) == true;

    /// <summary>The inputs of a workflow of the project that its checkpoints do not hold.</summary>
    public IEnumerable<string> SecretInputs(Flow flow) => _workflows.Find(model => model.Source == $"{flow.Document.File}: {flow.Id}")?.Inputs.Items.Where(static input => input.IsSecret).Select(static input => input.DocumentName) ?? [];

    private async Task<RunResult> InvokeAsync(string name, HttpMessageHandler handler, IEnumerable<Api> apis, object?[] arguments)
    {
        var type = Type(_model.Name);
        var time = arguments.OfType<WorkflowOptions>().Single().Progress is Director director ? director.Waits.Watch : TimeProvider.System;
        var clients = _model.Clients.Select(client => Client(client, handler, apis, time)).ToArray();
        var method = type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Single(method => method.Name == name && method.GetParameters().Length == arguments.Length);
        var task = (Task)method.Invoke(Activator.CreateInstance(type, clients), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        T Get<T>(string property) => (T)result.GetType().GetProperty(property)!.GetValue(result)!;
        var outputs = Get<object>("Outputs");
        return new RunResult(Get<string>("WorkflowId"), Get<string>("Step"), Get<string?>("Action"), Get<bool>("IsFailure"), new JsonObject(_model.Outputs.Items.Select(output =>
        {
            var property = outputs.GetType().GetProperty(output.Name.TrimStart('@'))!;
            return new KeyValuePair<string, JsonNode?>(output.DocumentName, JsonSerializer.SerializeToNode(property.GetValue(outputs), property.PropertyType, Options));
        })));
    }

    private object Client(WorkflowClientModel client, HttpMessageHandler handler, IEnumerable<Api> apis, TimeProvider time)
    {
        var model = _clients[$"{client.Namespace}.{client.Name}"];
        var options = new ApiClientOptions
        {
            BaseAddress = apis.First(api => api.Root.File == model.Source).BaseAddress,
            TimeProvider = time,
            AccessTokenProvider = new StaticAccessTokenProvider("client-token"),
        };
        options.Resilience.Enabled = false;
        // What a step need not give, because the client does.
        foreach (var parameter in apis.First(api => api.Root.File == model.Source).Operations.SelectMany(static operation => operation.Parameters))
        {
            if (parameter is { IsRequired: true, In: "header" })
            {
                var value = ValueMaker.Make(parameter.Schema, parameter.Name, Direction.Request);
                options.Parameters.Headers[parameter.Name] = value is JsonArray items ? string.Join(',', items) : value?.ToString();
            }
        }
        foreach (var scheme in model.SecuritySchemes)
        {
            options.Credentials[scheme.Name] = new StaticAccessTokenProvider(scheme.Kind == SecuritySchemeKind.Basic ? "user:password" : "client-credential");
        }
        return Activator.CreateInstance(_assembly.GetType($"{client.Namespace}.{client.Name.TrimStart('@')}", throwOnError: true)!, new HttpClient(handler, disposeHandler: false), options)!;
    }

    private object Inputs(JsonObject values)
    {
        var inputs = Activator.CreateInstance(Type(_model.Inputs.Name))!;
        foreach (var input in _model.Inputs.Items.Where(input => values.ContainsKey(input.DocumentName)))
        {
            Set(inputs, input.Name, values[input.DocumentName]);
        }
        return inputs;
    }

    private object Credentials(WorkflowCredentialsModel model, Func<WorkflowModel, WorkflowCredentialModel, JsonNode?> secret)
    {
        var credentials = Activator.CreateInstance(Type(model.Name))!;
        foreach (var item in model.Items)
        {
            if (secret(_model, item) is { } value)
            {
                Set(credentials, item.Name, value);
            }
        }
        return credentials;
    }

    /// <summary>A secret that is an input, an output of a step or of a call, what an action takes along, or one of a workflow that is being called.</summary>
    private JsonNode? Secret(WorkflowModel model, WorkflowCredentialModel item, IReadOnlyList<Frame> frames, int depth)
    {
        if (depth >= frames.Count)
        {
            return null;
        }
        var state = frames[depth].State;
        if (model.Inputs.Items.FirstOrDefault(input => input.Name == item.Input) is { } input)
        {
            return state.Inputs[input.DocumentName];
        }
        if (item.IsCalled)
        {
            var call = model.Steps.Select(static step => step.Call).OfType<CallModel>().First(call => call.Secrets.Any(secret => Field(secret.Value) == item.Field));
            var called = Workflow(call);
            var own = called.Credentials!.Items.First(other => other.Variable == call.Secrets.First(secret => Field(secret.Value) == item.Field).Name);
            // Another one may be running now.
            return depth + 1 < frames.Count && frames[depth + 1].Flow.Id == called.Id ? Secret(called, own, frames, depth + 1) : null;
        }
        foreach (var step in model.Steps)
        {
            if (step.Outputs.FirstOrDefault(output => output.Field == item.Field) is { } output)
            {
                return output.Value is CalledOutputValue && step.Call is { } call && output.Key == $"{step.Id}.$outputs.{output.DocumentName}"
                    ? state.Called(Workflow(call).Id, output.DocumentName)
                    : state.Output(step.Id, output.DocumentName);
            }
            foreach (var action in step.OnSuccess.Concat(step.OnFailure))
            {
                if (action.Keeps.FirstOrDefault(kept => kept.Field == item.Field) is { } kept)
                {
                    return state.Kept.FirstOrDefault(pair => pair.Key.Step == step.Id && $"$actions.{pair.Key.Action}.{pair.Key.Parameter}" == kept.DocumentName).Value;
                }
            }
        }
        return null;
    }

    private WorkflowModel Workflow(CallModel call) => _workflows.First(other => other.Namespace == call.Workflow.Namespace && other.Name == call.Workflow.Name);

    private static string? Field(ValueModel value) => (value as StepOutputValue)?.Field;

    private static void Set(object target, string name, JsonNode? value)
    {
        var property = target.GetType().GetProperty(name.TrimStart('@'))!;
        property.SetValue(target, value.Deserialize(property.PropertyType, Options));
    }

    private Type Type(string name) => _assembly.GetType($"{_model.Namespace}.{name.TrimStart('@')}", throwOnError: true)!;
}
