using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how the values of a class are checked.</summary>
internal static class ObjectValidationEmitter
{
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
        var patterns = new List<string>();
        using (writer.Block("void IValidated.Validate(Validator validator)"))
        {
            var scope = new Scope(writer, types, patterns);
            foreach (var property in model.Properties)
            {
                scope.Property(property);
            }
            if (model.AdditionalValidation is { } additional)
            {
                scope.AdditionalProperties(TypeReference.Map(model.AdditionalProperties!), additional);
            }
            if (!model.Rules.IsEmpty)
            {
                writer.Line($"var members = {string.Join(" + ", Members(model))};");
                foreach (var rule in model.Rules)
                {
                    writer.Line($"validator.{rule.Keyword}(members, {rule.Value});");
                }
            }
        }
        Patterns(writer, patterns);
    }

    /// <summary>Prints how the cases of a union are checked.</summary>
    public static void Emit(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        var patterns = new List<string>();
        using (writer.Block("void IValidated.Validate(Validator validator)"))
        using (writer.Block("switch (Value)"))
        {
            var scope = new Scope(writer, types, patterns);
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
        Patterns(writer, patterns);
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

    private static void Patterns(SourceWriter writer, List<string> patterns)
    {
        if (patterns.Count > 0)
        {
            writer.Line();
            using (writer.Block("private static class _Patterns"))
            {
                for (var index = 0; index < patterns.Count; index++)
                {
                    writer.Line(
                        $"public static readonly global::System.Text.RegularExpressions.Regex _{CSharpText.Number(index)} = {Services}Validator.Compile({CSharpText.Literal(patterns[index])});");
                }
            }
        }
    }

    private sealed class Scope(SourceWriter writer, TypeSyntax types, List<string> patterns)
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
                case "UniqueItems":
                    return $"validator.UniqueItems{types.Arguments(type.Argument!)}({local});";
                default:
                    return $"validator.{rule.Keyword}({local}, {rule.Value});";
            }
        }
    }
}
