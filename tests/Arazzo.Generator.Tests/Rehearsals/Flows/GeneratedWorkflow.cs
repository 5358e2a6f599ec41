using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>The generated class of a workflow. Only names are taken from what the generator knows: those of the document, and what became of them.</summary>
internal sealed class GeneratedWorkflow
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly Assembly _assembly;
    private readonly WorkflowModel _model;
    private readonly Dictionary<string, ClientModel> _clients;

    private GeneratedWorkflow(Assembly assembly, WorkflowModel model, Dictionary<string, ClientModel> clients) => (_assembly, _model, _clients) = (assembly, model, clients);

    /// <summary>The workflows of a project by document and workflowId.</summary>
    public static IReadOnlyDictionary<string, GeneratedWorkflow> Of(GeneratorResult result, Assembly assembly)
    {
        var models = result.Run.TrackedSteps.GetValueOrDefault(TrackingNames.Outputs, []).SelectMany(static step => step.Outputs).Select(static output => output.Value).ToList();
        var clients = models.OfType<ClientModel>().ToDictionary(static client => $"{client.Namespace}.{client.Name}", StringComparer.Ordinal);
        return models.OfType<WorkflowModel>().ToDictionary(static model => model.Source, model => new GeneratedWorkflow(assembly, model, clients), StringComparer.Ordinal);
    }

    /// <summary>Starts a run.</summary>
    public Task<RunResult> RunAsync(HttpMessageHandler handler, IEnumerable<Api> apis, JsonObject inputs, WorkflowOptions options) =>
        InvokeAsync("RunAsync", handler, apis, [Inputs(inputs), options, CancellationToken.None]);

    /// <summary>Goes on with a run.</summary>
    public Task<RunResult> ResumeAsync(HttpMessageHandler handler, IEnumerable<Api> apis, WorkflowCheckpoint checkpoint, FlowState state, WorkflowOptions options) =>
        InvokeAsync("ResumeAsync", handler, apis, [checkpoint, .. _model.Credentials is { } credentials ? (object?[])[Credentials(credentials, state)] : [], options, CancellationToken.None]);

    private async Task<RunResult> InvokeAsync(string name, HttpMessageHandler handler, IEnumerable<Api> apis, object?[] arguments)
    {
        var type = Type(_model.Name);
        var clients = _model.Clients.Select(client => Client(client, handler, apis)).ToArray();
        var method = type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Single(method => method.Name == name && method.GetParameters().Length == arguments.Length);
        var task = (Task)method.Invoke(Activator.CreateInstance(type, clients), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        T Get<T>(string property) => (T)result.GetType().GetProperty(property)!.GetValue(result)!;
        var outputs = Get<object>("Outputs");
        return new RunResult(Get<string>("Step"), Get<string?>("Action"), Get<bool>("IsFailure"), new JsonObject(_model.Outputs.Items.Select(output =>
        {
            var property = outputs.GetType().GetProperty(output.Name.TrimStart('@'))!;
            return new KeyValuePair<string, JsonNode?>(output.DocumentName, JsonSerializer.SerializeToNode(property.GetValue(outputs), property.PropertyType, Options));
        })));
    }

    private object Client(WorkflowClientModel client, HttpMessageHandler handler, IEnumerable<Api> apis)
    {
        var model = _clients[$"{client.Namespace}.{client.Name}"];
        var options = new ApiClientOptions { BaseAddress = apis.First(api => api.Root.File == model.Source).BaseAddress, AccessTokenProvider = new StaticAccessTokenProvider("client-token") };
        options.Resilience.Enabled = false;
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

    private object Credentials(WorkflowCredentialsModel model, FlowState state)
    {
        var credentials = Activator.CreateInstance(Type(model.Name))!;
        foreach (var item in model.Items)
        {
            var value = _model.Inputs.Items.FirstOrDefault(input => input.Name == item.Input) is { } input ? state.Inputs[input.DocumentName]
                : _model.Steps.SelectMany(static step => step.Outputs.Select(output => (step.Id, Output: output))).FirstOrDefault(pair => pair.Output.Field == item.Field) is { Output: { } output } pair
                    ? state.Output(pair.Id, output.DocumentName) ?? state.Secret
                    : state.Secret;
            if (value is not null)
            {
                Set(credentials, item.Name, value);
            }
        }
        return credentials;
    }

    private static void Set(object target, string name, JsonNode? value)
    {
        var property = target.GetType().GetProperty(name.TrimStart('@'))!;
        property.SetValue(target, value.Deserialize(property.PropertyType, Options));
    }

    private Type Type(string name) => _assembly.GetType($"{_model.Namespace}.{name.TrimStart('@')}", throwOnError: true)!;
}
