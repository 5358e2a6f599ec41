using System.Globalization;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides what the class of an object schema looks like.</summary>
internal sealed class ObjectBinder(BindingContext context, TypeTable table, Hierarchies hierarchies)
{
    private const int LongestExample = 80;
    private const string Evading = "Value";
    private readonly ValidationBinder _validation = new(context);

    // Members that every class has, the one for what is not declared, and what the class calls by its name.
    public static readonly HashSet<string> ClassMembers = new(StringComparer.Ordinal)
    {
        "AdditionalProperties", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Validate",
    };

    /// <summary>Binds a class. False: its base class must be bound before.</summary>
    public bool Bind(Located<OpenApiSchema> schema, TypeReference type, string file, string source, string? documentation)
    {
        var parent = hierarchies.Parent(schema.Value) is { } found ? table.Bind(found, type.Name!).NotNull() : null;
        var inherited = parent is null ? null : table.FindObject(parent);
        if (parent is not null && inherited is null)
        {
            return false;
        }
        var root = hierarchies.Root(schema);
        var discriminator = root?.Value.Discriminator!.PropertyName;
        var shape = ObjectShape.Merge(context, schema);
        var properties = inherited is null ? [] : new List<PropertyModel>(inherited.Properties.Select(static property => property with { IsInherited = true }));
        var own = shape.Properties.FindAll(property => !properties.Exists(other => other.JsonName == property.Entry.Name));
        var texts = own.ConvertAll(static property => property.Entry.Name);
        var isImplied = discriminator is not null && !texts.Contains(discriminator) && !properties.Exists(property => property.JsonName == discriminator);
        if (isImplied)
        {
            texts.Insert(0, discriminator!);
        }
        var names = MemberNames.Assign(
            texts,
            name => ClassMembers.Contains(name) || TypeNames.IsCodec(name) || name == type.Name || properties.Exists(other => other.Name == name),
            Evading,
            CSharpName.Pascal);
        for (var index = 0; index < texts.Count; index++)
        {
            var position = isImplied ? index - 1 : index;
            properties.Add(position < 0
                ? new PropertyModel(texts[index], names[index], TypeReference.String, IsRequired: true, "Says which of the derived types it is.", Default: null, Example: null, IsReadOnly: false, IsWriteOnly: false, IsDeprecated: false)
                : Property(type, shape, texts[index], names[index], own[position].Schema));
        }
        if (root is { } ancestor)
        {
            table.SetSchema(type, schema);
            var tag = hierarchies.Tags(ancestor, schema).FirstOrDefault();
            var at = properties.FindIndex(property => property.JsonName == discriminator);
            if (at >= 0 && tag is not null && properties[at].CanBe(tag))
            {
                properties[at] = properties[at] with { Constant = tag, IsReadOnly = false };
            }
            else if (at >= 0 && hierarchies.Descendants(schema.Value).Any(child => hierarchies.Tags(ancestor, child).Exists(properties[at].CanBe)))
            {
                properties[at] = properties[at] with { IsSetByDerived = true };
            }
        }
        table.Add(
            new ObjectModel(
                file,
                schema.File.Source.Options.Visibility,
                type.Namespace!,
                type.Name!,
                documentation,
                source,
                properties.ToEquatableArray(),
                inherited?.AdditionalProperties ?? Additional(type, shape),
                shape.IsOpen,
                schema.Value.Deprecated)
            {
                Base = parent,
                Rules = _validation.Rules(schema),
                AdditionalValidation = shape.Undeclared.Count == 1 && inherited?.AdditionalProperties is null && Additional(type, shape) is { } additional ? _validation.Bind(shape.Undeclared[0], additional) : inherited?.AdditionalValidation,
                InheritsAdditionalProperties = inherited?.AdditionalProperties is not null,
                IsOpenObject = inherited?.IsOpenObject ?? Additional(type, shape) is { Kind: TypeKind.Any },
                Discriminator = discriminator,
                Derived = root is { } top ? Derived(top, schema.Value) : [],
                DerivedByDefault = root is { } start && hierarchies.Default(start, schema.Value) is { } fallback ? table.Bind(fallback, "").NotNull() : null,
            },
            schema.File);
        return true;
    }

    private EquatableArray<DerivedModel> Derived(Located<OpenApiSchema> root, OpenApiSchema schema)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return hierarchies.Descendants(schema)
            .Select(child => new DerivedModel(table.Bind(child, "").NotNull(), hierarchies.Tags(root, child).Where(used.Add).ToEquatableArray()))
            .ToEquatableArray();
    }

    /// <summary>The one type of all that is not declared; any JSON when there are several.</summary>
    private TypeReference? Additional(TypeReference type, ObjectShape shape)
    {
        if (shape.IsClosed)
        {
            return null;
        }
        var types = shape.Undeclared.ConvertAll(schema => table.Bind(schema, type.Name + "Value"));
        return types.Count > 0 && types.TrueForAll(other => other == types[0]) ? types[0] : TypeReference.Any;
    }

    private PropertyModel Property(TypeReference parent, ObjectShape shape, string text, string name, Located<OpenApiSchema> schema)
    {
        // What is written beside a $ref, or in allOf beside it, speaks of the property, what it leads to of the type.
        // A type need not evade the members of the class: Error.ErrorValue is an ErrorError.
        var plain = CSharpName.Pascal(text);
        var type = table.Bind(schema, parent.Name + (name == plain + Evading ? plain : name));
        var target = schema.Value.Reference is null ? schema : context.References.Schema(schema) ?? schema;
        var layers = Layers(schema, target);
        var isReadOnly = layers.Exists(static layer => layer.ReadOnly);
        return new PropertyModel(
            text,
            name,
            type,
            shape.Required.Contains(text),
            layers.Select(static layer => layer.Description ?? layer.Title).FirstOrDefault(static documentation => documentation is not null),
            Short(layers.Select(static layer => layer.Default).FirstOrDefault(static value => value is not null)),
            Short(layers.SelectMany(static layer => layer.Examples).FirstOrDefault()),
            isReadOnly,
            layers.Exists(static layer => layer.WriteOnly),
            layers.Exists(static layer => layer.Deprecated),
            _validation.Bind(schema, type))
        {
            Constant = shape.Required.Contains(text) && !isReadOnly ? Constant(target.Value, type) : null,
            IsSecret = SecretSchemas.IsSecret(context, schema),
        };
    }

    /// <summary>What speaks of a property, the nearest first: the schema, what it refers to, and what stands in their <c>allOf</c>.</summary>
    private List<OpenApiSchema> Layers(Located<OpenApiSchema> schema, Located<OpenApiSchema> target)
    {
        var layers = new List<OpenApiSchema> { schema.Value };
        if (target.Value != schema.Value)
        {
            layers.Add(target.Value);
        }
        if (target.Value.AllOf.IsEmpty)
        {
            return layers;
        }
        layers.AddRange(target.Value.AllOf);
        // The one schema that is called something else here.
        var references = target.Value.AllOf.Where(static branch => branch.Reference is not null).ToList();
        if (references.Count == 1 && target.Value.Properties.Count == 0 && target.Value.AllOf.All(static branch => branch.Properties.Count == 0)
            && context.References.Schema(target.With(references[0])) is { } called)
        {
            layers.Add(called.Value);
        }
        return layers;
    }

    /// <summary>The only value that a required property can have.</summary>
    private static string? Constant(OpenApiSchema schema, TypeReference type) =>
        (schema.Const ?? (schema.Enum is { Length: 1 } values ? values[0] : null)) is ScalarNode { IsNull: false } value && !type.IsNullable
        && type.Kind switch
        {
            TypeKind.String or TypeKind.Enum => value.Kind == ScalarKind.String,
            TypeKind.Boolean => value.Kind == ScalarKind.Boolean,
            TypeKind.Int32 => int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            TypeKind.Int64 or TypeKind.IntegerEnum => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            _ => false,
        }
            ? value.Text
            : null;

    private static string? Short(Node? node) => node is ScalarNode { IsNull: false, Text: { Length: > 0 and <= LongestExample } text } && text.IndexOf('\n') < 0 ? text : null;
}
