using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Decides what the class of an operation's results looks like.</summary>
internal sealed class ResultBinder(BindingContext context, Located<OpenApiOperation> operation, string name)
{
    public ResultModel Bind(IEnumerable<ResponseModel> successes)
    {
        var options = operation.File.Source.Options;
        var cases = successes.Select(static success => new ResultCaseModel(success.Status, StatusNames.Name(success.Status), Type(success)));
        var result = context.Names.Claim(options.Namespace, name + "Result", [name + "Results", ClientNames.Stem(operation.File) + name + "Result"], operation.File.Source.RelativePath + ": " + name);
        return new ResultModel(options.Visibility, result, cases.ToEquatableArray());
    }

    private static TypeReference? Type(ResponseModel success) => success.Kind switch
    {
        ResponseKind.None => null,
        ResponseKind.Binary => new TypeReference(TypeKind.Stream),
        ResponseKind.Events or ResponseKind.TextEvents => new TypeReference(TypeKind.Events, Argument: success.Type),
        ResponseKind.JsonLines => new TypeReference(TypeKind.Sequence, Argument: success.Type),
        _ => success.Type,
    };
}
