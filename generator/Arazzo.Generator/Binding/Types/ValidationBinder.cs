using System.Globalization;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides what <c>Validate</c> checks of a property.</summary>
internal sealed class ValidationBinder(BindingContext context)
{
    private const int DeepestNesting = 8;
    private readonly ConditionWriter _conditions = new(context);

    /// <summary>What is checked; null when there is nothing to check.</summary>
    public ValidationModel? Bind(Located<OpenApiSchema> schema, TypeReference type, int depth = 0)
    {
        if (depth > DeepestNesting || context.References.Schema(schema) is not { } target)
        {
            return null;
        }
        if (type.Kind is TypeKind.Object or TypeKind.Union)
        {
            return new ValidationModel(default, IsNested: true);
        }
        var rules = new List<ValidationRule>();
        Add(rules, schema, type.Kind, 0);
        var element = type.Kind switch
        {
            TypeKind.List when target.Value.Items is { } items => Bind(target.With(items), type.Argument!, depth + 1),
            TypeKind.Map when target.Value.AdditionalProperties is { BooleanValue: null } values => Bind(target.With(values), type.Argument!, depth + 1),
            TypeKind.List or TypeKind.Map when type.Argument!.Kind is TypeKind.Object or TypeKind.Union => new ValidationModel(default, IsNested: true),
            _ => null,
        };
        return rules.Count == 0 && element is null ? null : new ValidationModel(rules.Distinct().ToEquatableArray(), element);
    }

    /// <summary>What is checked of an object as a whole.</summary>
    public EquatableArray<ValidationRule> Rules(Located<OpenApiSchema> schema)
    {
        var rules = new List<ValidationRule>();
        Add(rules, schema, TypeKind.Map, 0);
        return rules.Distinct().ToEquatableArray();
    }

    /// <summary>The rules of a schema, of what it refers to and of its parents.</summary>
    private void Add(List<ValidationRule> rules, Located<OpenApiSchema> schema, TypeKind kind, int depth)
    {
        if (depth > DeepestNesting)
        {
            return;
        }
        Add(rules, schema, kind);
        if (schema.Value.Reference is not null && context.References.Schema(schema) is { } target)
        {
            schema = target;
            Add(rules, schema, kind);
        }
        foreach (var parent in schema.Value.AllOf)
        {
            Add(rules, schema.With(parent), kind, depth + 1);
        }
    }

    private void Add(List<ValidationRule> rules, Located<OpenApiSchema> located, TypeKind kind)
    {
        if (_conditions.Write(located) is { } condition)
        {
            rules.Add(new ValidationRule("Condition", condition));
        }
        var schema = located.Value;
        if (schema.Validation is not { } validation)
        {
            return;
        }
        switch (kind)
        {
            case TypeKind.String:
                Count(rules, "MinLength", validation.MinLength > 0 ? validation.MinLength : null);
                Count(rules, "MaxLength", validation.MaxLength);
                if (validation.Pattern is { Length: > 0 } pattern)
                {
                    var place = (schema.Node as MappingNode)?.Find("pattern");
                    if (EcmaPattern.Translate(pattern, out var problem) is { } translated)
                    {
                        rules.Add(new ValidationRule("Pattern", translated));
                    }
                    else
                    {
                        context.Diagnostics(located.File).Report(DiagnosticDescriptors.UnusablePattern, place?.Value.Range ?? schema.Range.FirstLine, problem);
                    }
                }
                break;
            case TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Decimal or TypeKind.Single or TypeKind.Double:
                Number(rules, "Minimum", validation.Minimum, kind);
                Number(rules, "Maximum", validation.Maximum, kind);
                Number(rules, "ExclusiveMinimum", validation.ExclusiveMinimum, kind);
                Number(rules, "ExclusiveMaximum", validation.ExclusiveMaximum, kind);
                Number(rules, "MultipleOf", validation.MultipleOf, kind);
                break;
            case TypeKind.List:
                Count(rules, "MinItems", validation.MinItems > 0 ? validation.MinItems : null);
                Count(rules, "MaxItems", validation.MaxItems);
                if (validation.UniqueItems)
                {
                    rules.Add(new ValidationRule("UniqueItems", ""));
                }
                break;
            case TypeKind.Map:
                Count(rules, "MinProperties", validation.MinProperties > 0 ? validation.MinProperties : null);
                Count(rules, "MaxProperties", validation.MaxProperties);
                break;
        }
    }

    private static void Count(List<ValidationRule> rules, string keyword, long? value)
    {
        if (value is { } count)
        {
            rules.Add(new ValidationRule(keyword, count.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // Bounds that the type cannot pass, or that no C# number holds, need no check.
    private static void Number(List<ValidationRule> rules, string keyword, ScalarNode? bound, TypeKind kind)
    {
        if (bound is null || (keyword == "MultipleOf" && bound.Text.TrimStart('0', '.').Length == 0))
        {
            return;
        }
        if (kind == TypeKind.Single)
        {
            // 0.1f is more than 0.1, and not what a document means by that.
            if (float.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && !float.IsInfinity(single) && !float.IsNaN(single) && (keyword != "MultipleOf" || single > 0))
            {
                rules.Add(new ValidationRule(keyword, single.ToString("R", CultureInfo.InvariantCulture) + "f"));
            }
        }
        else if (kind == TypeKind.Double)
        {
            if (double.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number))
            {
                rules.Add(new ValidationRule(keyword, number.ToString("R", CultureInfo.InvariantCulture) + "d"));
            }
        }
        else if (decimal.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && (keyword != "MultipleOf" || exact > 0))
        {
            rules.Add(new ValidationRule(keyword, exact.ToString(CultureInfo.InvariantCulture) + "m"));
        }
    }
}
