using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how the values of a class are checked.</summary>
internal static class ObjectValidationEmitter
{
    private const string Condition = "Condition";
    private const string Services = "global::Arazzo.Runtime.CompilerServices.";

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        var types = TypeSyntax.Inside(model);
        // A base class has it, and runs what the class of the value says.
        if (model.Base is null)
        {
            writer.Line("/// <summary>Checks the values against what the API's description demands beyond their types, in all that it holds, too.</summary>");
            writer.Line("/// <returns>All that is wrong; empty when nothing is.</returns>");
            writer.Line($"public global::System.Collections.Generic.IReadOnlyList<global::Arazzo.Runtime.ValidationProblem> Validate() => {Services}Validator.Run(this);");
            writer.Line();
        }
        var (patterns, conditions) = (new List<string>(), new List<string>());
        using (writer.Block("void IValidated.Validate(Validator validator)"))
        {
            var scope = new Scope(writer, types, patterns, conditions);
            foreach (var property in model.Properties)
            {
                scope.Property(property);
            }
            if (model.AdditionalValidation is { } additional)
            {
                scope.AdditionalProperties(TypeReference.Map(model.AdditionalProperties!), additional);
            }
            var counts = model.Rules.Where(static rule => rule.Keyword != Condition).ToList();
            if (counts.Count > 0)
            {
                writer.Line($"var members = {string.Join(" + ", Members(model))};");
                foreach (var rule in counts)
                {
                    writer.Line($"validator.{rule.Keyword}(members, {rule.Value});");
                }
            }
            scope.Rules("this", new TypeReference(TypeKind.Object, model.Namespace, model.Name), new ValidationModel(model.Rules.Where(static rule => rule.Keyword == Condition).ToEquatableArray()));
        }
        Statics(writer, patterns, conditions);
    }

    /// <summary>Prints how the cases of a union are checked.</summary>
    public static void Emit(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        var (patterns, conditions) = (new List<string>(), new List<string>());
        using (writer.Block("void IValidated.Validate(Validator validator)"))
        using (writer.Block("switch (Value)"))
        {
            var scope = new Scope(writer, types, patterns, conditions);
            for (var index = 0; index < model.Cases.Count; index++)
            {
                if (model.Cases[index] is { Validation: { } validation, Type: var type })
                {
                    var local = "case" + CSharpText.Number(index + 1);
                    writer.Line($"case {types.NotNull(type)} {local} when Index == {CSharpText.Number(index + 1)}:");
                    writer.Indentation++;
                    scope.Rules(local, type, validation);
                    writer.Line("break;");
                    writer.Indentation--;
                }
            }
        }
        Statics(writer, patterns, conditions);
    }

    /// <summary>How many members an object has, as terms of a sum.</summary>
    private static IEnumerable<string> Members(ObjectModel model)
    {
        foreach (var property in model.Properties)
        {
            yield return property.IsOptionalAndNullable ? $"(this.{property.Name}.IsPresent ? 1 : 0)"
                : property.HasField ? $"(this._{property.Name} is null ? 0 : 1)"
                : property.IsRequired && (property.Type.IsValueType || property.Type.IsNullable) ? "1"
                : $"(this.{property.Name} is null ? 0 : 1)";
        }
        yield return model.AdditionalProperties is null ? "0" : "(this.AdditionalProperties?.Count ?? 0)";
    }

    private static void Statics(SourceWriter writer, List<string> patterns, List<string> conditions)
    {
        Statics(writer, "_Patterns", "global::System.Text.RegularExpressions.Regex", patterns, static pattern => $"{Services}Validator.Compile({CSharpText.Literal(pattern)})");
        Statics(writer, "_Conditions", Services + "SchemaCondition", conditions, static condition => $"new({CSharpText.Literal(condition)})");
    }

    // In a class of their own, which nobody pays for who does not call Validate.
    private static void Statics(SourceWriter writer, string name, string type, List<string> values, Func<string, string> value)
    {
        if (values.Count > 0)
        {
            writer.Line();
            using (writer.Block("private static class " + name))
            {
                for (var index = 0; index < values.Count; index++)
                {
                    writer.Line($"public static readonly {type} _{CSharpText.Number(index)} = {value(values[index])};");
                }
            }
        }
    }

    private sealed class Scope(SourceWriter writer, TypeSyntax types, List<string> patterns, List<string> conditions)
    {
        private int _locals;

        public void Property(PropertyModel property)
        {
            var name = CSharpText.Literal(property.JsonName);
            if (property is { MustBeSet: true, Type: { IsNullable: false, IsValueType: false } })
            {
                writer.Line($"validator.Required({name}, this.{property.Name});");
            }
            if (property.Validation is { } validation)
            {
                var value = property.HasField ? $"this._{property.Name}" : $"this.{property.Name}{(property.IsOptionalAndNullable ? ".Value" : "")}";
                Value(value, name, property.Type, validation);
            }
        }

        public void AdditionalProperties(TypeReference type, ValidationModel validation)
        {
            using (writer.Block("if (this.AdditionalProperties is { } additional)"))
            {
                Elements("additional", type, validation);
            }
        }

        private void Value(string value, string key, TypeReference type, ValidationModel validation)
        {
            var local = "value" + CSharpText.Number(_locals++);
            using (writer.Block($"if ({value} is {{ }} {local})"))
            {
                writer.Line($"validator.Enter({key});");
                Rules(local, type, validation);
                writer.Line("validator.Leave();");
            }
        }

        public void Rules(string local, TypeReference type, ValidationModel validation)
        {
            foreach (var rule in validation.Rules)
            {
                writer.Line(Rule(local, type, rule));
            }
            if (validation.IsNested)
            {
                writer.Line($"validator.Nested({local});");
            }
            if (validation.Element is { } element)
            {
                Elements(local, type, element);
            }
        }

        private void Elements(string local, TypeReference type, ValidationModel element)
        {
            var index = "key" + CSharpText.Number(_locals++);
            if (type.Kind == TypeKind.List)
            {
                using (writer.Block($"for (var {index} = 0; {index} < {local}.Count; {index}++)"))
                {
                    Value($"{local}[{index}]", index, type.Argument!, element);
                }
            }
            else
            {
                using (writer.Block($"foreach (var ({index}, item{index}) in {local})"))
                {
                    Value("item" + index, index, type.Argument!, element);
                }
            }
        }

        private string Rule(string local, TypeReference type, ValidationRule rule)
        {
            switch (rule.Keyword)
            {
                case "Pattern":
                    patterns.Add(rule.Value);
                    return $"validator.Pattern({local}, _Patterns._{CSharpText.Number(patterns.Count - 1)});";
                case Condition:
                    conditions.Add(rule.Value);
                    return $"validator.Condition{types.Arguments(type.NotNull())}({local}, _Conditions._{CSharpText.Number(conditions.Count - 1)});";
                case "UniqueItems":
                    return $"validator.UniqueItems{types.Arguments(type.Argument!)}({local});";
                default:
                    return $"validator.{rule.Keyword}({local}, {rule.Value});";
            }
        }
    }
}
