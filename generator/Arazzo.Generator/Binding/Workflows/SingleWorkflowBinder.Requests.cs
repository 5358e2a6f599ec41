using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <content>What its steps send, and the clients that do.</content>
internal sealed partial class SingleWorkflowBinder
{
    /// <summary>The request, bound when something first asks for it.</summary>
    private Func<RequestModel> Request(StepSymbol symbol)
    {
        RequestModel? bound = null;
        return () => bound ??= _scope.Nesting.Apart(() => _scope.Uses.Apart(() => new RequestBinder(
            _scope, _components, symbol, Client(symbol.Operation!.Api.Client.Namespace, symbol.Operation.Api.Client.Name)).Bind(symbol.Variant!)));
    }

    private static RequestModel WithLocals(StepSymbol symbol, RequestModel request)
    {
        var locals = request.Arguments.Select(static argument => (Key: argument.Name, argument.Value)).Concat(request.Extras.Select(static extra => (extra.Key, extra.Value)))
            .Where(item => symbol.Locals.ContainsKey(item.Key))
            .Select(item => new ArgumentModel(symbol.Locals[item.Key].Name, item.Value));
        return request with
        {
            Locals = locals.ToEquatableArray(),
            Arguments = request.Arguments.Select(argument => symbol.Locals.TryGetValue(argument.Name, out var local) ? argument with { Value = local } : argument).ToEquatableArray(),
            Extras = request.Extras.Select(extra => symbol.Locals.TryGetValue(extra.Key, out var local) ? extra with { Value = local } : extra).ToEquatableArray(),
        };
    }

    private string Client(string @namespace, string name)
    {
        if (_symbol.Clients.Find(other => other.Namespace == @namespace && other.Name == name) is { } known)
        {
            return known.Field;
        }
        // Two clients of one name come from two namespaces.
        var camel = CSharpName.Camel(_symbol.Clients.Exists(other => other.Name == name) ? @namespace + " " + name : name.TrimStart('@'));
        var added = new WorkflowClientModel(@namespace, name, camel, "_" + camel.TrimStart('@'));
        _symbol.Clients.Add(added);
        return added.Field;
    }
}
