using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Which values of a property stand for which case of a union: as its discriminator says, else by properties of which each case has values of its own.</summary>
internal sealed class UnionTags(BindingContext context, ComponentNames components)
{
    /// <summary>Finds the property.</summary>
    /// <param name="union">The union.</param>
    /// <param name="declared">Its discriminator, if it has one.</param>
    /// <param name="schemas">The schemas of each case.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="shapes">The shapes of the schemas.</param>
    /// <param name="tags">The values that stand for each case.</param>
    /// <param name="other">The position of the case of objects with another value.</param>
    /// <returns>The property's name in JSON; null when there is none.</returns>
    public string? Bind(
        Located<OpenApiSchema> union, OpenApiDiscriminator? declared, List<List<UnionBranches.Branch>> schemas, List<UnionCaseModel> cases, UnionShapes shapes,
        out List<string>[] tags, out int? other)
    {
        tags = [.. cases.Select(static _ => new List<string>())];
        other = null;
        var objects = Enumerable.Range(0, cases.Count).Where(index => (cases[index].Kinds & JsonKinds.Object) != 0).ToList();
        if (declared is { } discriminator && objects.Count > 0)
        {
            Declared(union, discriminator, schemas, objects, shapes, tags, out other);
            return tags.Any(static values => values.Count > 0) ? discriminator.PropertyName : null;
        }
        return objects.Count > 1 ? Implied(schemas, objects, shapes, tags) : null;
    }

    private void Declared(
        Located<OpenApiSchema> union, OpenApiDiscriminator discriminator, List<List<UnionBranches.Branch>> schemas, List<int> objects, UnionShapes shapes, List<string>[] tags, out int? other)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (value, target) in Discriminators.Mapping(context, union, discriminator))
        {
            var found = objects.FindIndex(index => IsCase(schemas[index], target));
            if (found >= 0 && used.Add(value))
            {
                tags[objects[found]].Add(value);
            }
        }
        foreach (var index in objects.Where(index => discriminator.Mapping.Count == 0 || schemas[index].Count > 0))
        {
            // What the schema itself says its property is; without that, the schema's name (OpenAPI, Discriminator Object).
            var constants = schemas[index].SelectMany(branch => shapes.Of(branch.Schema)).SelectMany(shape => shape.Properties)
                .Where(property => property.Name == discriminator.PropertyName).SelectMany(static property => property.Constants).Distinct(StringComparer.Ordinal).ToList();
            var isMapped = tags[index].Count > 0;
            tags[index].AddRange((constants.Count > 0 || isMapped ? constants : [.. schemas[index].Select(Name).OfType<string>()]).Where(used.Add));
        }
        other = discriminator.DefaultMapping is { } reference && Discriminators.Target(context, union.File, reference) is { } fallback
            && objects.FindIndex(index => IsCase(schemas[index], fallback)) is var position and >= 0 ? objects[position] : null;
    }

    private bool IsCase(List<UnionBranches.Branch> schemas, OpenApiSchema target) =>
        schemas.Exists(branch => context.References.Schema(branch.Written) is { Value: var schema } && schema == target);

    private string? Name(UnionBranches.Branch branch) =>
        context.References.Schema(branch.Written) is { Value: var schema } ? Discriminators.Value(components, schema) : null;

    /// <summary>The first property that every object must have, with strings that no other case has.</summary>
    private static string? Implied(List<List<UnionBranches.Branch>> schemas, List<int> objects, UnionShapes shapes, List<string>[] tags)
    {
        var alternatives = objects.ConvertAll(index => schemas[index].SelectMany(branch => shapes.Of(branch.Schema)).ToList());
        foreach (var property in alternatives[0].FirstOrDefault()?.Properties ?? [])
        {
            var values = alternatives.ConvertAll(list => Constants(list, property.Name));
            if (values.TrueForAll(static list => list.Count > 0) && values.Sum(static list => list.Count) == values.SelectMany(static list => list).Distinct(StringComparer.Ordinal).Count())
            {
                for (var index = 0; index < objects.Count; index++)
                {
                    tags[objects[index]].AddRange(values[index]);
                }
                return property.Name;
            }
        }
        return null;
    }

    private static List<string> Constants(List<ObjectAlternative> alternatives, string name)
    {
        var result = new List<string>();
        foreach (var alternative in alternatives)
        {
            if (alternative.Properties.FirstOrDefault(property => property.Name == name) is not { IsRequired: true, Constants.IsEmpty: false } property)
            {
                return [];
            }
            result.AddRange(property.Constants);
        }
        return [.. result.Distinct(StringComparer.Ordinal)];
    }
}
