using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>Chooses what is emitted: all of a file, what its operations or the workflows reach of it, or nothing.</summary>
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
                foreach (var item in response.Events)
                {
                    Use(item.Type);
                }
            }
            foreach (var header in model.Headers?.Headers ?? EquatableArray<HeaderModel>.Empty)
            {
                Use(header.Type);
            }
        }
    }

    /// <summary>Notes what is reached without a workflow: by documents that are emitted whole or with all operations, where others are not.</summary>
    /// <param name="announcements">What webhooks and callbacks send.</param>
    public void UseOperations(Announcements announcements)
    {
        if (types.Models.All(static item => item.Owner.Source.Options.Emit is Emission.All or Emission.None))
        {
            return;
        }
        foreach (var api in apis.Where(static api => api.File.Source.Options.Emit is Emission.All or Emission.Operations))
        {
            foreach (var operation in api.Operations.SelectMany(static operation => operation.Variants))
            {
                Use(api, operation);
            }
            foreach (var schema in announcements.Schemas(api))
            {
                Use(types.Bind(schema, ""));
            }
        }
        foreach (var (model, owner) in types.Models.ToList())
        {
            if (owner.Source.Options.Emit == Emission.All)
            {
                Use(new TypeReference(TypeKind.Any, model.Namespace, model.Name));
            }
        }
    }

    /// <summary>Notes that what is emitted shows a type.</summary>
    public void Use(TypeReference? type)
    {
        // A chain of types may be longer than any stack.
        var pending = new Stack<TypeReference?>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            while (next?.Argument is not null)
            {
                next = next.Argument;
            }
            if (next?.Name is null || !_usedTypes.Add((next.Namespace, next.Name)))
            {
                continue;
            }
            foreach (var item in types.FindUnion(next)?.Cases ?? EquatableArray<UnionCaseModel>.Empty)
            {
                pending.Push(item.Type);
            }
            if (types.FindObject(next) is not { } model)
            {
                continue;
            }
            pending.Push(model.Base);
            pending.Push(model.DerivedByDefault);
            foreach (var derived in model.Derived)
            {
                pending.Push(derived.Type);
            }
            foreach (var property in model.Properties)
            {
                pending.Push(property.Type);
            }
            pending.Push(model.AdditionalProperties);
        }
    }

    public IEnumerable<FileModel> Files()
    {
        var validate = ValidationClosure.Of([.. types.Models.Select(static item => item.Model)]);
        var files = types.Models.Where(item => IsEmitted(item.Owner.Source.Options.Emit, _usedTypes.Contains((item.Model.Namespace, item.Model.Name))))
            .GroupBy(static item => item.Model.File, item => validate(item.Model), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static file => file.Key, static file => file.OrderBy(static model => model.Name, StringComparer.Ordinal).ToEquatableArray(), StringComparer.OrdinalIgnoreCase);
        foreach (var api in apis)
        {
            var emission = api.File.Source.Options.Emit;
            var hasAll = emission is Emission.All or Emission.Operations;
            var groups = ApiBinder.Groups(api, operation => hasAll || (emission == Emission.Used && _usedOperations.Contains((api, operation.Name)))).ToList();
            if ((hasAll && api.HasClient) || groups.Count > 0)
            {
                yield return api.Client;
                foreach (var group in groups)
                {
                    yield return files.TryGetValue(group.HintName, out var models) ? group with { Types = models } : group;
                    files.Remove(group.HintName);
                }
                if (ApiBinder.XmlShapes(api, groups) is { } shapes)
                {
                    yield return shapes;
                }
            }
        }
        foreach (var file in files)
        {
            yield return new TypesModel(file.Key, file.Value);
        }
    }

    private static bool IsEmitted(Emission emission, bool isUsed) => emission == Emission.All || (emission != Emission.None && isUsed);
}
