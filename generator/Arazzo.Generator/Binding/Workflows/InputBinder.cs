using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides the inputs of a workflow.</summary>
internal sealed class InputBinder(BindingContext context, SpecificationFile file, WorkflowScope scope, string workflowName)
{
    private readonly List<(InputSymbol Symbol, OpenApiSchema Schema, bool IsRequired, ValueModel? Default)> _inputs = [];
    private string? _documentation;

    /// <summary>Declares the inputs, so that expressions can read them.</summary>
    public void Declare()
    {
        if (scope.Workflow.Inputs is not { } node)
        {
            return;
        }
        var located = new Located<OpenApiSchema>(file, context.References.Reader(file).ReadSchema(node));
        if (context.References.Schema(located) is not { } schema)
        {
            scope.Checked<string>(null);
            return;
        }
        var shape = ObjectShape.Merge(context, schema);
        if (shape.Properties.Count == 0 && (schema.Value.Types & ~(SchemaTypes.Object | SchemaTypes.Null)) != 0)
        {
            scope.Report(DiagnosticDescriptors.InputsWithoutProperties, node.Range.FirstLine, scope.Id);
            return;
        }
        _documentation = schema.Value.Description;
        var texts = shape.Properties.ConvertAll(static property => property.Entry.Name);
        var names = MemberNames.Assign(texts, name => WorkflowNames.ClassMembers.Contains(name) || name == workflowName + "Inputs", "Value", CSharpName.Pascal);
        for (var index = 0; index < texts.Count; index++)
        {
            Declare(texts[index], names[index], shape.Properties[index].Schema, shape.Required.Contains(texts[index]));
        }
    }

    /// <summary>The class of the inputs, once it is known what reads them.</summary>
    public WorkflowInputsModel Model(string name) => new(name, _documentation, _inputs.Select(input => new WorkflowInputModel(
        input.Symbol.DocumentName,
        input.Symbol.Name,
        input.Symbol.Type,
        input.IsRequired && input.Default is null,
        input.Default,
        scope.SecretInputs.Contains(input.Symbol.DocumentName) || scope.Uses.IsOnlyCredential(input.Symbol.DocumentName),
        input.Schema.Description ?? input.Schema.Title)).ToEquatableArray());

    private void Declare(string text, string name, Located<OpenApiSchema> property, bool isRequired)
    {
        if (context.References.Schema(property) is not { } target)
        {
            scope.Checked<string>(null);
            return;
        }
        var type = scope.Types.Bind(property, workflowName + name);
        var initial = (property.Value.Default ?? target.Value.Default) switch
        {
            null or ScalarNode { IsNull: true } => null,
            var node => Default(node, type, text),
        };
        if (initial is null && !isRequired)
        {
            type = type.OrNull();
        }
        var symbol = new InputSymbol(text, name, type);
        scope.Inputs[text] = symbol;
        var schema = property.Value.Description is not null || property.Value.Format is not null ? property.Value : target.Value;
        if (SecretSchemas.IsSecret(context, property) || SecretSchemas.Has(scope.Types, type, isAnswer: false))
        {
            scope.SecretInputs.Add(text);
        }
        _inputs.Add((symbol, schema, isRequired, initial));
    }

    private ValueModel? Default(Node node, TypeReference type, string text)
    {
        var place = $"the input '{text}'";
        return node switch
        {
            ScalarNode scalar => Literals.Bind(scope, scalar, type, place),
            _ when type.Kind == TypeKind.Any => Literals.Json(scope, node),
            _ when type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Union && Literals.Json(scope, node) is { } json => new ConvertedValue(type.NotNull(), json),
            _ => Unfit(node, text),
        };
    }

    private ValueModel? Unfit(Node node, string text)
    {
        scope.Report(DiagnosticDescriptors.NoDefaultForType, node.Range, text);
        return null;
    }
}
