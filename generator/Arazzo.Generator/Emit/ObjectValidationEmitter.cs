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
        }
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
                writer.Line("validator.Leave();");
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
