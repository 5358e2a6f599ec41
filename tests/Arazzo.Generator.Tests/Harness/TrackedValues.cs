using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>Walks everything that the pipeline keeps between runs.</summary>
internal static class TrackedValues
{
    /// <summary>A value that holds on to a compilation keeps it alive, and is never equal to the next one.</summary>
    public static void HoldNothingOfTheCompiler(GeneratorRunResult run)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object Value, string Stage)>();
        foreach (var name in typeof(TrackingNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!))
        {
            foreach (var (value, _) in run.TrackedSteps.GetValueOrDefault(name, []).SelectMany(static step => step.Outputs))
            {
                pending.Push((value, name));
            }
        }
        while (pending.TryPop(out var next))
        {
            Assert.False(
                next.Value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or AdditionalText or SourceText or AnalyzerConfigOptions or Location or Diagnostic,
                $"{next.Stage} keeps a {next.Value.GetType()}.");
            if (IsLeaf(next.Value.GetType()) || (!next.Value.GetType().IsValueType && !seen.Add(next.Value)))
            {
                continue;
            }
            foreach (var child in ChildrenOf(next.Value))
            {
                pending.Push((child, next.Stage));
            }
        }
    }

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || typeof(MemberInfo).IsAssignableFrom(type) || type == typeof(DiagnosticDescriptor);

    private static IEnumerable<object> ChildrenOf(object value)
    {
        if (value is Array array)
        {
            return array.GetType().GetElementType()!.IsPrimitive ? [] : ((IEnumerable)array).OfType<object>();
        }
        return FieldsOf(value.GetType()).Select(field => field.GetValue(value)).OfType<object>();
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && field.FieldType != typeof(string))
                {
                    yield return field;
                }
            }
        }
    }
}
