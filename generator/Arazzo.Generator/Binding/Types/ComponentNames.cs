using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>
/// The C# names of the schemas that documents name themselves. They are claimed before anything else, for all documents in the order of their paths and whether
/// they are emitted or not, so that no inline schema and no operation can rename them.
/// </summary>
internal sealed class ComponentNames
{
    private readonly Dictionary<OpenApiSchema, (SpecificationFile File, string Name, string Pointer)> _names = [];

    private readonly List<Located<OpenApiSchema>> _all = [];

    private ComponentNames()
    {
    }

    public static ComponentNames Claim(BindingContext context)
    {
        var result = new ComponentNames();
        foreach (var file in context.Files)
        {
            if (file.OpenApi is { } document)
            {
                result.Claim(context, file, document.Components.Schemas, "#/components/schemas/");
            }
            else if (file.IsFragment)
            {
                var reader = context.References.Reader(file);
                foreach (var group in context.Fragments.Schemas(file).GroupBy(static schema => schema.Pointer.Substring(0, Math.Max(0, schema.Pointer.LastIndexOf('/') + 1))))
                {
                    var entries = group.Select(schema => new OpenApiEntry<OpenApiSchema>(new ScalarNode(schema.Name, ScalarKind.String, schema.Node.Range.FirstLine), reader.ReadSchema(schema.Node)));
                    result.Claim(context, file, new OpenApiMap<OpenApiSchema>([.. entries]), "#" + group.Key);
                }
            }
        }
        return result;
    }

    /// <summary>Every schema that has a name, in the order of the files.</summary>
    public IReadOnlyList<Located<OpenApiSchema>> All => _all;

    /// <summary>The name of a component, or null for an inline schema.</summary>
    public (SpecificationFile File, string Name, string Pointer)? Find(OpenApiSchema schema) => _names.TryGetValue(schema, out var name) ? name : null;

    /// <summary>Lets a schema have the name of another, if that has one: a union of one branch is that branch.</summary>
    public void Alias(OpenApiSchema schema, OpenApiSchema named)
    {
        if (!_names.ContainsKey(schema) && _names.TryGetValue(named, out var name))
        {
            _names.Add(schema, name);
        }
    }

    private void Claim(BindingContext context, SpecificationFile file, OpenApiMap<OpenApiSchema> schemas, string prefix)
    {
        var @namespace = file.Source.Options.Namespace;
        var stem = ClientNames.Stem(file);
        var texts = schemas.Select(static schema => schema.Name).ToList();
        var plain = MemberNames.Assign(texts, static _ => false, "", CSharpName.Pascal, CSharpName.Spelled, static text => CSharpName.Pascal(text) + "Model");
        for (var index = 0; index < plain.Length; index++)
        {
            // One that only refers to another has that one's type: an entry that brings in a schema of another file leaves it its name.
            var schema = schemas[index].Value;
            var name = schema.Reference is not null
                ? plain[index]
                : context.Names.Claim(@namespace, plain[index], [plain[index] + "Model", stem + plain[index]], file.Source.RelativePath + prefix + texts[index]);
            if (!string.Equals(name, plain[index], StringComparison.Ordinal))
            {
                context.Diagnostics(file).Report(DiagnosticDescriptors.NameTaken, schemas[index].Key.Range, texts[index], name, plain[index]);
            }
            if (!_names.ContainsKey(schema))
            {
                _all.Add(new Located<OpenApiSchema>(file, schema));
                _names.Add(schema, (file, name, prefix + JsonPointer.Escape(texts[index])));
            }
        }
    }
}
