using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Conditions of workflows as C# expressions.</summary>
internal readonly struct ConditionSyntax(TypeSyntax types)
{
    private readonly ValueSyntax _values = new(types);

    /// <summary>The condition.</summary>
    public string Print(ConditionModel condition) => condition switch
    {
        AllCondition all => string.Join(" && ", all.Operands.Select(Operand)),
        AnyCondition any => string.Join(" || ", any.Operands.Select(Operand)),
        NoCondition not => $"!({Print(not.Operand)})",
        CompareCondition compare => Compare(compare),
        NullCondition test => Null(test),
        TruthCondition { Value.Type.Kind: TypeKind.Boolean, Value: not LiteralValue } truth => $"{_values.Operand(truth.Value)} == true",
        TruthCondition truth => $"({Untyped(truth.Value)}).IsTruthy",
        ExistsCondition { Value.Type.IsNullable: true } exists => $"{_values.Operand(exists.Value)} is not null",
        ExistsCondition exists => $"{_values.Operand(exists.Value)}.ValueKind != global::System.Text.Json.JsonValueKind.Undefined",
        BlankCondition blank => $"({Untyped(blank.Value)}).IsEmpty",
        XPathCondition xpath => $"WorkflowXml.Holds({_values.Print(xpath.Xml)}, {_values.Print(xpath.Path)})",
        SelectsCondition selects => new JsonPathSyntax(types).Nodes(selects.Path) + ".Any",
        FitsCondition fits => $"WorkflowPattern.IsMatch({_values.Print(fits.Text)}, {_values.Print(fits.Pattern)})",
        _ => throw new InvalidOperationException($"No syntax for {condition.GetType().Name}."),
    };

    /// <summary>The condition for a place beside others.</summary>
    public string Operand(ConditionModel condition) => condition is AllCondition or AnyCondition ? $"({Print(condition)})" : Print(condition);

    private string Compare(CompareCondition compare) => compare.Kind switch
    {
        ComparisonKind.Typed => $"{_values.Operand(compare.Left)} {compare.Operator} {_values.Operand(compare.Right)}",
        ComparisonKind.Text => $"{(compare.Operator == "!=" ? "!" : "")}{Target(compare.Left)}.Is({_values.Print(compare.Right)})",
        // One of the two converts the other.
        _ => $"{Untyped(compare.Left)} {compare.Operator} {(compare.Right is LiteralValue ? _values.Operand(compare.Right) : Untyped(compare.Right))}",
    };

    // A chain of ?. ends before the method that null may be asked, too.
    private string Target(ValueModel value) => _values.Print(value) is var text && (value is LiteralValue || text.IndexOfAny(['?', ' ', '(']) < 0) ? text : $"({text})";

    private string Null(NullCondition test)
    {
        if (test.Value is ResponseValue { Member: "StatusCode" })
        {
            // No answer has no status, which the runtime writes as 0.
            return $"{_values.Print(test.Value)} {(test.IsNull ? "==" : "!=")} 0";
        }
        if (test.Value.Type.Kind == TypeKind.Any || (test.Value.Type.IsValueType && !test.Value.Type.IsNullable))
        {
            return $"{(test.IsNull ? "" : "!")}({Untyped(test.Value)}).IsNull";
        }
        return $"{_values.Operand(test.Value)} is {(test.IsNull ? "null" : "not null")}";
    }

    /// <summary>The value as one that compares by Arazzo's rules.</summary>
    private string Untyped(ValueModel value) => value.Type.Kind switch
    {
        TypeKind.Any or TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal =>
            $"(WorkflowValue){_values.Operand(value)}",
        _ => $"(WorkflowValue)WorkflowConvert.ToJson{types.Arguments(value.Type.NotNull())}({_values.Print(value)})",
    };
}
