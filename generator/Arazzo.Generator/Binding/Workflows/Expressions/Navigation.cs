using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Goes into values by reference tokens: typed as far as the schema speaks, and then through the raw JSON.</summary>
internal sealed class Navigation(WorkflowScope scope, string expression, TextRange range)
{
    /// <summary>The part of <paramref name="value"/> that the tokens lead to; null after an error.</summary>
    public ValueModel? Follow(ValueModel value, IEnumerable<string> tokens)
    {
        var remaining = tokens.ToList();
        for (var index = 0; index < remaining.Count; index++)
        {
            if (value.Type.Kind is TypeKind.Any or TypeKind.Union || IsOfDerived(value.Type.NotNull(), remaining[index]))
            {
                // What a union holds is known when it is read.
                value = Conversions.Convert(value, TypeReference.Any)!;
                return new PointerValue(value, remaining.Skip(index).ToEquatableArray());
            }
            if (Step(value, remaining[index]) is not { } next)
            {
                return null;
            }
            value = next;
        }
        return value;
    }

    /// <summary>Whether the class does not know the property, but a class that derives from it may.</summary>
    private bool IsOfDerived(TypeReference type, string token) => scope.Types.FindObject(type) is { Derived.IsEmpty: false } && scope.Types.FindProperty(type, token) is null;

    private ValueModel? Step(ValueModel value, string token)
    {
        switch (value.Type.Kind)
        {
            case TypeKind.Object:
                return Property(value, token);
            case TypeKind.List:
                if (JsonPointer.ArrayIndex(token) is null)
                {
                    scope.Report(DiagnosticDescriptors.UnknownProperty, range, expression, token, "an array", "; write an index, counted from 0");
                    return null;
                }
                return new ElementValue(value.Type.Argument!.OrNull(), value, token);
            case TypeKind.Map:
                return new ElementValue(value.Type.Argument!.OrNull(), value, token);
            default:
                scope.Report(DiagnosticDescriptors.NotNavigable, range, expression, token, "a value", Conversions.Describe(value.Type));
                return null;
        }
    }

    private ValueModel? Property(ValueModel value, string token)
    {
        var type = value.Type.NotNull();
        if (scope.Types.FindProperty(type, token) is { } property)
        {
            var mayBeNull = !property.IsRequired || property.Type.IsNullable;
            return new MemberValue(
                mayBeNull || value.Type.IsNullable ? property.Type.OrNull() : property.Type, value, property.Name, IsConditional(value), property.IsOptionalAndNullable, mayBeNull);
        }
        var model = scope.Types.FindObject(type);
        if (model is { IsOpen: true, AdditionalProperties: { } additional })
        {
            var map = new MemberValue(TypeReference.Map(additional).OrNull(), value, "AdditionalProperties", IsConditional(value), IsOptional: false, MayBeNull: true);
            return new ElementValue(additional.OrNull(), map, token);
        }
        scope.Report(
            DiagnosticDescriptors.UnknownProperty, range, expression, token, Conversions.Describe(type),
            Suggestion.For(token, model?.Properties.Select(static item => item.JsonName) ?? []));
        return null;
    }

    // In a chain a?.B.C, C is reached only when a is there; so only what is itself nullable needs a question mark.
    private static bool IsConditional(ValueModel value) => value is MemberValue member ? member.MayBeNull : value.Type.IsNullable;
}
