using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides which classes have a <c>Validate</c>: those with a rule, and those that hold one of them, however deep.</summary>
internal static class ValidationClosure
{
    /// <summary>The models; of what is not checked nothing is left.</summary>
    public static Func<TypeModel, TypeModel> Of(IReadOnlyCollection<TypeModel> models)
    {
        var holders = new Dictionary<(string?, string?), List<(string?, string?)>>();
        var validated = new HashSet<(string?, string?)>();
        var found = new Queue<(string?, string?)>();
        foreach (var model in models.OfType<ObjectModel>())
        {
            var key = (model.Namespace, model.Name);
            if (!model.Rules.IsEmpty && validated.Add(key))
            {
                found.Enqueue(key);
            }
            foreach (var property in model.Properties)
            {
                Add(Key(property.Type), key, property.Validation);
            }
            if (model.AdditionalProperties is { } additional)
            {
                Add(Key(additional), key, model.AdditionalValidation);
            }
            // Who holds a base class may hold any class that derives from it.
            Add(key, model.Base is { } parent ? (parent.Namespace, parent.Name) : null, null);
        }
        foreach (var model in models.OfType<UnionModel>())
        {
            foreach (var item in model.Cases)
            {
                Add(Key(item.Type), (model.Namespace, model.Name), item.Validation);
            }
        }
        while (found.Count > 0)
        {
            foreach (var holder in holders.TryGetValue(found.Dequeue(), out var list) ? list : [])
            {
                if (validated.Add(holder))
                {
                    found.Enqueue(holder);
                }
            }
        }
        return model => model switch
        {
            ObjectModel item => Prune(item, validated),
            UnionModel item => item with { Cases = item.Cases.Select(branch => branch with { Validation = Prune(branch.Validation, branch.Type, validated) }).ToEquatableArray() },
            _ => model,
        };

        void Add((string?, string?)? held, (string?, string?)? holder, ValidationModel? validation)
        {
            if (held is { } inner && holder is { } outer)
            {
                if (!holders.TryGetValue(inner, out var list))
                {
                    holders.Add(inner, list = []);
                }
                list.Add(outer);
            }
            if (holder is { } owner && validation is { HasRules: true } && validated.Add(owner))
            {
                found.Enqueue(owner);
            }
        }
    }

    private static ObjectModel Prune(ObjectModel model, HashSet<(string?, string?)> validated) => model with
    {
        IsValidated = validated.Contains((model.Namespace, model.Name)),
        Properties = model.Properties.Select(property => property.Validation is null ? property : property with
        {
            Validation = Prune(property.Validation, property.Type, validated),
        }).ToEquatableArray(),
        AdditionalValidation = model.AdditionalProperties is { } additional ? Prune(model.AdditionalValidation, additional, validated) : null,
    };

    private static ValidationModel? Prune(ValidationModel? validation, TypeReference type, HashSet<(string?, string?)> validated) =>
        validation is null ? null : Prune(validation, Key(type) is { } key && validated.Contains(key));

    private static ValidationModel? Prune(ValidationModel validation, bool isNested)
    {
        var element = validation.Element is { } inner ? Prune(inner, isNested) : null;
        return validation.Rules.Count == 0 && element is null && !(validation.IsNested && isNested) ? null : validation with { Element = element, IsNested = validation.IsNested && isNested };
    }

    private static (string?, string?)? Key(TypeReference type)
    {
        while (type.Argument is not null)
        {
            type = type.Argument;
        }
        return type.Kind is TypeKind.Object or TypeKind.Union ? (type.Namespace, type.Name) : null;
    }
}
