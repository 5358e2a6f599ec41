using System.Globalization;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Lists of values: open enums of strings or integers where C# can name them, else the type that all of them have.</summary>
internal sealed partial class SchemaBinder
{
    // Members that every emitted enum has.
    private static readonly HashSet<string> EnumMembers = new(StringComparer.Ordinal)
    {
        "Deconstruct", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString", "Value", "_sorted", "_value",
    };

    private readonly Dictionary<(string Namespace, string Name, EquatableArray<EnumMemberModel> Members), TypeReference> _namedEnums = [];

    private TypeReference? Enumeration(Located<OpenApiSchema> located, IReadOnlyCollection<Node> values, string name)
    {
        if (!values.All(static value => value is ScalarNode))
        {
            return null;
        }
        var hints = new EnumHints(located.Value);
        var scalars = values.Cast<ScalarNode>().Select((scalar, index) => (Scalar: scalar, Value: hints.Value(scalar.Text, index))).Where(static value => !value.Scalar.IsNull).ToList();
        return EnumOf(located, scalars, name);
    }

    /// <summary><c>oneOf</c> with a constant in each branch: how documents of 3.1 describe the values of an enum one by one.</summary>
    private TypeReference? Constants(Located<OpenApiSchema> located, string name)
    {
        var branches = located.Value.OneOf.IsEmpty ? located.Value.AnyOf : located.Value.OneOf;
        if (branches.IsEmpty || located.Value.Properties.Count > 0 || !branches.All(static branch => branch is { Reference: null, Const: ScalarNode } || IsNull(branch)))
        {
            return null;
        }
        var values = branches.Where(static branch => !IsNull(branch)).Select(static branch => ((ScalarNode)branch.Const!, Constant(branch, (ScalarNode)branch.Const!))).ToList();
        return values.Count < 2 ? null : EnumOf(located, values, name);
    }

    // A title names what a number means. A text speaks for itself, and titles are often whole sentences.
    private static EnumValue Constant(OpenApiSchema branch, ScalarNode value)
    {
        var isName = branch.Title is { Length: > 0 and <= 60 } && !value.Text.Any(char.IsLetter);
        return new EnumValue(value.Text, isName ? branch.Title : null, branch.Description ?? (isName ? null : branch.Title));
    }

    private TypeReference? EnumOf(Located<OpenApiSchema> located, List<(ScalarNode Scalar, EnumValue Value)> values, string name)
    {
        var types = located.Value.Types & ~SchemaTypes.Null;
        if (values.Count == 0)
        {
            return null;
        }
        bool Are(params ScalarKind[] kinds) => values.TrueForAll(value => kinds.Contains(value.Scalar.Kind));
        if (types == SchemaTypes.String || (types == SchemaTypes.None && Are(ScalarKind.String)))
        {
            return EnumType(located, TypeKind.Enum, values.ConvertAll(static value => value.Value), name);
        }
        if ((types == SchemaTypes.Integer || ((types & ~(SchemaTypes.Integer | SchemaTypes.Number)) == SchemaTypes.None && Are(ScalarKind.Integer)))
            && values.TrueForAll(static value => long.TryParse(value.Scalar.AsJsonNumber().Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            return EnumType(located, TypeKind.IntegerEnum, values.ConvertAll(static value => value.Value with { Text = Integer(value.Scalar.AsJsonNumber().Text) }), name);
        }
        if (types == SchemaTypes.Integer && Are(ScalarKind.Integer))
        {
            // What no long can hold is read all the same.
            return values.TrueForAll(static value => ulong.TryParse(value.Scalar.AsJsonNumber().Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                ? new TypeReference(TypeKind.UInt64)
                : TypeReference.Any;
        }
        if (types != SchemaTypes.None)
        {
            return null;
        }
        return Are(ScalarKind.Boolean) ? new TypeReference(TypeKind.Boolean)
            : Are(ScalarKind.Integer, ScalarKind.Float) ? new TypeReference(TypeKind.Double)
            : null;
    }

    private static string Integer(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private TypeReference EnumType(Located<OpenApiSchema> located, IEnumerable<string> values, string name) =>
        EnumType(located, TypeKind.Enum, values.Select(static value => new EnumValue(value)), name);

    private TypeReference EnumType(Located<OpenApiSchema> located, TypeKind kind, IEnumerable<EnumValue> all, string name)
    {
        var values = all.GroupBy(static value => value.Text, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        if (components.Find(located.Value) is null && EnumHints.TypeName(located.Value) is { } shared)
        {
            // Wherever it is written, an enum that is named so is the same one.
            var key = (located.File.Source.Options.Namespace, Name: CSharpName.Pascal(shared), Members(values, CSharpName.Pascal(shared)));
            if (!_namedEnums.TryGetValue(key, out var known))
            {
                var outer = _file;
                _file = null;
                known = EnumType(located, kind, values, key.Name);
                _file = outer;
                _namedEnums.Add(key, known);
            }
            return known;
        }
        return EnumType(located, kind, values, name);
    }

    private TypeReference EnumType(Located<OpenApiSchema> located, TypeKind kind, Dictionary<string, EnumValue> values, string name)
    {
        var (type, source, file) = Claim(kind, located, name);
        table.Add(
            new EnumModel(
                file, located.File.Source.Options.Visibility, type.Namespace!, type.Name!, Documentation(located.Value), source, kind == TypeKind.IntegerEnum, Members(values, type.Name!)),
            located.File);
        return type;
    }

    private static EquatableArray<EnumMemberModel> Members(Dictionary<string, EnumValue> values, string typeName)
    {
        var texts = values.Keys.ToList();
        var names = MemberNames.Assign(
            texts, member => EnumMembers.Contains(member) || member == typeName, "Value", text => CSharpName.Pascal(values[text].Name is { Length: > 0 } name ? name : text));
        return texts.Select((text, index) => new EnumMemberModel(names[index], text, values[text].Documentation)).ToEquatableArray();
    }
}
