using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what a workflow is given that another calls.</summary>
/// <param name="scope">The caller.</param>
/// <param name="target">The called workflow.</param>
/// <param name="caller">Who calls, for messages: <c>Step 'a'</c>.</param>
/// <param name="place">Where that is said.</param>
internal sealed class CallBinder(WorkflowScope scope, WorkflowSymbol target, string caller, ScalarNode place)
{
    private readonly Dictionary<string, ArgumentModel> _arguments = new(StringComparer.Ordinal);

    /// <summary>The inputs by their C# names.</summary>
    /// <param name="given">The parameters.</param>
    /// <param name="bind">Binds a value to the type of an input.</param>
    public EquatableArray<ArgumentModel> Bind(List<GivenParameter> given, Func<GivenParameter, WorkflowInputModel, string, ValueModel?> bind)
    {
        var inputs = target.Inputs!.Model("").Items;
        foreach (var parameter in given)
        {
            var name = parameter.Parameter.Name;
            if (inputs.FirstOrDefault(input => input.DocumentName == name.Text) is { } input)
            {
                Give(input, () => bind(parameter, input, $"the input '{name.Text}'"));
            }
            else if (parameter.IsOwn)
            {
                // What the workflow gives to all its steps is for those that take it.
                scope.Report(
                    DiagnosticDescriptors.UnusedParameter, name.Range, $"Workflow '{target.Id}' has no input", name.Text, Suggestion.For(name.Text, inputs.Select(static input => input.DocumentName)));
            }
        }
        return Check(inputs, "; add a parameter of that name");
    }

    /// <summary>The inputs of a workflow that runs before this one: this one's inputs of the same names.</summary>
    public EquatableArray<ArgumentModel> BindSame()
    {
        var inputs = target.Inputs!.Model("").Items;
        foreach (var input in inputs)
        {
            if (scope.Inputs.TryGetValue(input.DocumentName, out var own))
            {
                Give(input, () =>
                {
                    scope.Uses.Add(own.DocumentName);
                    var value = new InputValue(own.Type, own.Name);
                    if (Conversions.Convert(value, input.Type.NotNull()) is { } converted)
                    {
                        return converted;
                    }
                    scope.Report(
                        DiagnosticDescriptors.TypeClash, place.Range, $"the input '{input.DocumentName}'", Conversions.Describe(input.Type), Conversions.Describe(own.Type));
                    return null;
                });
            }
        }
        return Check(inputs, "; declare an input of that name, which is passed on");
    }

    private void Give(WorkflowInputModel input, Func<ValueModel?> bind)
    {
        ValueModel? value = null;
        var reads = scope.Uses.Read(() => value = scope.Uses.InCredential(
            () => scope.Nesting.Measured(() => bind() is not { } bound ? null : bound.Type.IsNullable && input.Default is not null ? new DefaultedValue(bound, input.Default) : bound), input.IsSecret));
        scope.Given.Add((target, input.DocumentName, reads, input.IsSecret));
        if (value is null)
        {
            return;
        }
        _arguments[input.DocumentName] = new ArgumentModel(input.Name, value);
    }

    private EquatableArray<ArgumentModel> Check(EquatableArray<WorkflowInputModel> inputs, string advice)
    {
        foreach (var input in inputs.Where(input => input.IsRequired && !_arguments.ContainsKey(input.DocumentName) && !scope.IsBroken))
        {
            scope.Report(DiagnosticDescriptors.MissingInput, place.Range, caller, input.DocumentName, target.Id, advice);
        }
        return inputs.Where(input => _arguments.ContainsKey(input.DocumentName)).Select(input => _arguments[input.DocumentName]).ToEquatableArray();
    }
}
