using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides which classes have a <c>Validate</c>: those with a rule, and those that hold one of them, however deep.</summary>
internal static class ValidationClosure
{
    /// <summary>The models; of what is not checked nothing is left.</summary>
    public static Func<TypeModel, TypeModel> Of(IReadOnlyCollection<TypeModel> models)
    {
        var holders = new Dictionary<(string?, string?), List<ObjectModel>>();
        var validated = new HashSet<(string?, string?)>();
        var found = new Queue<ObjectModel>();
        foreach (var model in models.OfType<ObjectModel>())
        {
            foreach (var property in model.Properties)
            {
                if (property.Validation is { HasRules: true } && validated.Add((model.Namespace, model.Name)))
                {
                    found.Enqueue(model);
                }
                if (Key(property) is { } key)
                {
                    if (!holders.TryGetValue(key, out var list))
                    {
                        holders.Add(key, list = []);
                    }
                    list.Add(model);
                }
            }
        }
        var byName = models.OfType<ObjectModel>().ToDictionary(static model => ((string?)model.Namespace, (string?)model.Name));
        while (found.Count > 0)
        {
            var model = found.Dequeue();
            // Who holds a base class may hold any class that derives from it.
            if (model.Base is { } parent && byName.TryGetValue((parent.Namespace, parent.Name), out var ancestor) && validated.Add((parent.Namespace, parent.Name)))
            {
                found.Enqueue(ancestor);
            }
            foreach (var holder in holders.TryGetValue((model.Namespace, model.Name), out var list) ? list : [])
            {
                if (validated.Add((holder.Namespace, holder.Name)))
                {
                    found.Enqueue(holder);
                }
            }
        }
        return model => model is ObjectModel item ? Prune(item, validated) : model;
    }

    private static ObjectModel Prune(ObjectModel model, HashSet<(string?, string?)> validated) => model with
    {
        IsValidated = validated.Contains((model.Namespace, model.Name)),
        Properties = model.Properties.Select(property => property with
        {
            Validation = property.Validation is { } validation ? Prune(validation, Key(property) is { } key && validated.Contains(key)) : null,
        }).ToEquatableArray(),
    };

    private static ValidationModel? Prune(ValidationModel validation, bool isNested)
    {
        var element = validation.Element is { } inner ? Prune(inner, isNested) : null;
        return validation.Rules.Count == 0 && element is null && !(validation.IsNested && isNested) ? null : validation with { Element = element, IsNested = validation.IsNested && isNested };
    }

    private static (string?, string?)? Key(PropertyModel property)
    {
        var type = property.Type;
        while (type.Argument is not null)
        {
            type = type.Argument;
        }
        return type.Kind == TypeKind.Object ? (type.Namespace, type.Name) : null;
    }
}
