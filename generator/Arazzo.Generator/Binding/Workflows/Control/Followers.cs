using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>The workflows that actions lead to: steps that the document does not have, one for all actions that call the same with the same.</summary>
internal sealed class Followers(WorkflowScope scope)
{
    public List<Follower> Items { get; } = [];

    /// <summary>Adds a call unless it is there, and gives the C# name of its constant.</summary>
    public string Add(StepSymbol step, ActionSymbol action, EquatableArray<ArgumentModel> arguments)
    {
        var isFinal = action.Action.Type == Arazzo.ArazzoActionType.Goto;
        foreach (var other in Items)
        {
            if (other.IsFinal == isFinal && other.Call.Target == action.Workflow && other.Call.Arguments == arguments)
            {
                return other.Call.Name;
            }
        }
        var (id, name) = scope.Claim($"$actions.{step.Id}.{action.Action.Name.Text}", $"{step.Id} {action.Action.Name.Text}");
        var call = new CallSymbol(id, name, action.Workflow!) { Arguments = arguments };
        Items.Add(new Follower(call, isFinal, action.Action.WorkflowId!));
        return call.Name;
    }
}

/// <summary>A workflow that an action leads to.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsFinal">Whether the run ends with it, as with a <c>goto</c>, or goes back to the step that failed.</param>
/// <param name="Place">Where an action names it.</param>
internal sealed record Follower(CallSymbol Call, bool IsFinal, Reading.ScalarNode Place);
