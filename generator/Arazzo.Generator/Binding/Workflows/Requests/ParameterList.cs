using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>The parameters that apply to a step.</summary>
internal static class ParameterList
{
    /// <summary>The workflow's parameters, each replaced by the step's of the same name and place, then the step's others.</summary>
    /// <param name="scope">The workflow.</param>
    /// <param name="components">What references lead to.</param>
    /// <param name="inherited">The workflow's own parameters.</param>
    /// <param name="own">Those of the step or action.</param>
    /// <param name="areInputs">Whether they are inputs of a workflow, which have names but no place.</param>
    public static List<GivenParameter> Merge(
        WorkflowScope scope, Components components, IEnumerable<ArazzoReusable<ArazzoParameter>> inherited, IEnumerable<ArazzoReusable<ArazzoParameter>> own, bool areInputs)
    {
        var result = new List<GivenParameter>();
        foreach (var (reusable, isOwn) in inherited.Select(static item => (item, false)).Concat(own.Select(static item => (item, true))))
        {
            if (components.Parameter(reusable) is not { } found)
            {
                continue;
            }
            var given = new GivenParameter(found.Parameter, found.Value, isOwn);
            var index = result.FindIndex(other => areInputs
                ? other.Parameter.Name.Text == found.Parameter.Name.Text
                : other.Parameter.In == found.Parameter.In && SameName(other.Parameter.Name.Text, found.Parameter.Name.Text, found.Parameter.In));
            if (index >= 0 && result[index].IsOwn == isOwn)
            {
                scope.Report(DiagnosticDescriptors.DuplicateName, found.Parameter.Name.Range, found.Parameter.Name.Text);
            }
            else if (index >= 0)
            {
                result[index] = given;
            }
            else
            {
                result.Add(given);
            }
        }
        return result;
    }

    /// <summary>RFC 9110 §5.1: the names of headers have no case.</summary>
    public static bool SameName(string left, string right, ArazzoParameterLocation? location) => string.Equals(
        left, right, location == ArazzoParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}

/// <summary>A parameter with its value.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value, which a reference may have replaced.</param>
/// <param name="IsOwn">Whether the step gives it, not the workflow.</param>
internal sealed record GivenParameter(ArazzoParameter Parameter, Node Value, bool IsOwn);
