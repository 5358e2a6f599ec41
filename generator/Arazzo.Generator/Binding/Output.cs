using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>Chooses what is emitted: all of a file, what the workflows reach of it, or nothing.</summary>
internal sealed class Output(TypeTable types, IReadOnlyList<BoundApi> apis)
{
    private readonly HashSet<(BoundApi Api, string Name)> _usedOperations = [];
    private readonly HashSet<(string?, string?)> _usedTypes = [];

    /// <summary>Notes that a workflow calls an operation.</summary>
    /// <param name="api">The client.</param>
    /// <param name="model">The operation's variant.</param>
    public void Use(BoundApi api, OperationModel model)
    {
        if (_usedOperations.Add((api, model.Name)))
        {
            foreach (var parameter in model.Parameters)
            {
                Use(parameter.Type);
            }
            Use(model.Body?.Type);
            Use(model.Result);
            foreach (var response in model.Responses)
            {
                Use(response.Type);
            }
            foreach (var header in model.Headers?.Headers ?? EquatableArray<HeaderModel>.Empty)
            {
                Use(header.Type);
            }
        }
    }

    /// <summary>Notes that a workflow shows a type.</summary>
    public void Use(TypeReference? type)
    {
        while (type?.Argument is not null)
        {
            type = type.Argument;
        }
        if (type?.Name is null || !_usedTypes.Add((type.Namespace, type.Name)))
        {
            return;
        }
        foreach (var item in types.FindUnion(type)?.Cases ?? EquatableArray<UnionCaseModel>.Empty)
        {
            Use(item.Type);
        }
        if (types.FindObject(type) is not { } model)
        {
            return;
        }
        Use(model.Base);
        foreach (var derived in model.Derived)
        {
            Use(derived.Type);
        }
        foreach (var property in model.Properties)
        {
            Use(property.Type);
        }
        Use(model.AdditionalProperties);
    }

    public IEnumerable<FileModel> Files()
    {
        foreach (var api in apis)
        {
            var emission = api.File.Source.Options.Emit;
            var groups = ApiBinder.Groups(api, operation => IsEmitted(emission, _usedOperations.Contains((api, operation.Name)))).ToList();
            if ((emission == Emission.All && api.HasClient) || groups.Count > 0)
            {
                yield return api.Client;
                foreach (var group in groups)
                {
                    yield return group;
                }
                if (ApiBinder.XmlShapes(api, groups) is { } shapes)
                {
                    yield return shapes;
                }
            }
        }
        var validate = ValidationClosure.Of([.. types.Models.Select(static item => item.Model)]);
        var emitted = types.Models.Where(item => IsEmitted(item.Owner.Source.Options.Emit, _usedTypes.Contains((item.Model.Namespace, item.Model.Name))));
        foreach (var file in emitted.Select(item => validate(item.Model)).GroupBy(static model => model.File, StringComparer.Ordinal))
        {
            yield return new TypesModel(file.Key, file.OrderBy(static model => model.Name, StringComparer.Ordinal).ToEquatableArray());
        }
    }

    private static bool IsEmitted(Emission emission, bool isUsed) => emission == Emission.All || (emission == Emission.Used && isUsed);
}
