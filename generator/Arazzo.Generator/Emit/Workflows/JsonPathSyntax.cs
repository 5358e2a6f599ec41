using System.Globalization;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>JSONPath queries as C# expressions: a call for each segment, a lambda for each filter.</summary>
internal readonly struct JsonPathSyntax(TypeSyntax types)
{
    private readonly ValueSyntax _values = new(types);

    /// <summary>The query as the nodes that it selects.</summary>
    public string Nodes(PathModel path) => Nodes(path, depth: 0);

    private string Nodes(PathModel path, int depth)
    {
        var self = this;
        var root = path.Root is null ? Item(depth) + ".Nodes" : $"JsonPathNodes.Of({_values.Print(path.Root)})";
        return root + string.Concat(path.Segments.Select(segment => self.Segment(segment, depth)));
    }

    private string Segment(PathSegmentModel segment, int depth)
    {
        var self = this;
        var descendants = segment.IsDescendant ? ".Descendants()" : "";
        return descendants + (segment.Selectors.Count == 1
            ? Selector(segment.Selectors[0], depth)
            : $".Each({string.Join(", ", segment.Selectors.Select(selector => "node => node" + self.Selector(selector, depth)))})");
    }

    private string Selector(PathSelectorModel selector, int depth) => selector switch
    {
        NamePathSelector name => $".Child({CSharpText.Literal(name.Name)})",
        IndexPathSelector index => $".Child({Number(index.Index)})",
        ValuePathSelector value => $".Child({Value(value.Value)})",
        SlicePathSelector slice => $".Slice({Bound(slice.Start)}, {Bound(slice.End)}{(slice.Step == 1 ? "" : ", " + Number(slice.Step))})",
        FilterPathSelector filter => $".{(filter.IsOwn ? "If" : "Where")}({Item(depth + 1)} => {Condition(filter.Condition, depth + 1)})",
        _ => ".Children()",
    };

    private string Condition(PathConditionModel condition, int depth)
    {
        var self = this;
        return condition switch
        {
            AllPathCondition all => string.Join(" && ", all.Operands.Select(operand => self.Part(operand, depth))),
            AnyPathCondition any => string.Join(" || ", any.Operands.Select(operand => self.Part(operand, depth))),
            NoPathCondition not => $"!({Condition(not.Operand, depth)})",
            // What is compared with itself is equal to it, be it nothing; C# warns of it.
            ComparePathCondition compare when compare.Left == compare.Right => compare.Operator is "==" or "<=" or ">=" ? "true" : "false",
            ComparePathCondition compare => $"{Side(compare.Left, compare.Right, depth)} {compare.Operator} {Side(compare.Right, compare.Left, depth)}",
            SelectsPathCondition { Path: var path } when Single(path, depth) is { } single => single + ".Exists",
            SelectsPathCondition selects => Nodes(selects.Path, depth) + ".Any",
            FitsPathCondition fits => $"{Operand(fits.Text, depth)}.Fits({_values.Print(fits.Pattern)})",
            MatchPathCondition match => $"{Operand(match.Text, depth)}.{(match.IsWhole ? "Match" : "Search")}({Operand(match.Pattern, depth)})",
            _ => throw new InvalidOperationException($"No syntax for {condition.GetType().Name}."),
        };
    }

    private string Part(PathConditionModel condition, int depth) =>
        condition is AllPathCondition or AnyPathCondition ? $"({Condition(condition, depth)})" : Condition(condition, depth);

    /// <summary>A side of a comparison: without a cast where the other side or C# itself makes the right one of it.</summary>
    private string Side(PathOperandModel operand, PathOperandModel other, int depth) => (operand, other) switch
    {
        (ValuePathOperand { Value: not JsonLiteralValue } value, NodePathOperand or LengthPathOperand or OnlyPathOperand) => Plain(value.Value),
        (ValuePathOperand { Value: LiteralValue { Type.Kind: TypeKind.Int32 } literal }, CountPathOperand) => _values.Print(literal),
        (CountPathOperand count, ValuePathOperand { Value: LiteralValue { Type.Kind: TypeKind.Int32 } }) => Nodes(count.Path, depth) + ".Count",
        _ => Operand(operand, depth),
    };

    private string Operand(PathOperandModel operand, int depth) => operand switch
    {
        NodePathOperand node => Single(node.Path, depth) ?? throw new InvalidOperationException("The query may select several nodes."),
        ValuePathOperand value => Value(value.Value),
        LengthPathOperand length => Operand(length.Operand, depth) + ".Length",
        CountPathOperand count => $"((JsonPathValue){Nodes(count.Path, depth)}.Count)",
        OnlyPathOperand only => Nodes(only.Path, depth) + ".Value",
        _ => throw new InvalidOperationException($"No syntax for {operand.GetType().Name}."),
    };

    /// <summary>A query of names and indexes by indexers; null for any other.</summary>
    private string? Single(PathModel path, int depth)
    {
        var text = path.Root is null ? Item(depth) : $"JsonPathValue.Of({_values.Print(path.Root)})";
        foreach (var segment in path.Segments)
        {
            if (segment.IsDescendant || segment.Selectors.Count != 1)
            {
                return null;
            }
            switch (segment.Selectors[0])
            {
                case NamePathSelector name:
                    text += $"[{CSharpText.Literal(name.Name)}]";
                    break;
                case IndexPathSelector index:
                    text += $"[{Number(index.Index)}]";
                    break;
                case ValuePathSelector value:
                    text += $"[{Value(value.Value)}]";
                    break;
                default:
                    return null;
            }
        }
        return text;
    }

    private string Value(ValueModel value) => value switch
    {
        JsonLiteralValue { Json: "null" } => "JsonPathValue.Null",
        _ => $"((JsonPathValue)({Plain(value)}))",
    };

    /// <summary>The value in a type that JSONPath knows.</summary>
    private string Plain(ValueModel value) => value.Type.Kind switch
    {
        TypeKind.Any or TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal => _values.Operand(value),
        _ => $"WorkflowConvert.ToJson{types.Arguments(value.Type.NotNull())}({_values.Print(value)})",
    };

    private static string Item(int depth) => depth <= 1 ? "item" : "item" + Number(depth);

    private static string Bound(long? bound) => bound is { } number ? Number(number) : "null";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
