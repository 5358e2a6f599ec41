using System.Globalization;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Finds conditions that cannot all hold: one value that equals two constants.</summary>
internal sealed class Contradictions
{
    // Each is compared with each.
    private const int Most = 50;

    private readonly TypeTable _types;
    private readonly List<Comparand> _tests;

    public Contradictions(TypeTable types)
        : this(types, [])
    {
    }

    private Contradictions(TypeTable types, IEnumerable<Comparand> tests) => (_types, _tests) = (types, [.. tests]);

    /// <summary>The conditions that all have to hold for one to hold.</summary>
    public static IEnumerable<ConditionModel> Conjuncts(ConditionModel condition) => condition switch
    {
        AllCondition all => all.Operands.SelectMany(Conjuncts),
        TruthCondition { Value: ConditionValue inner } => Conjuncts(inner.Condition),
        _ => [condition],
    };

    /// <summary>Whether always just one of two conditions holds.</summary>
    public static bool AreOpposite(ConditionModel left, ConditionModel right) => (left, right) switch
    {
        (NoCondition no, _) when no.Operand.Equals(right) => true,
        (_, NoCondition no) when no.Operand.Equals(left) => true,
        (NullCondition one, NullCondition other) => one == other with { IsNull = !other.IsNull },
        (CompareCondition { Operator: "==" } one, CompareCondition { Operator: "!=" } other) => one == other with { Operator = "==" },
        (CompareCondition { Operator: "!=" } one, CompareCondition { Operator: "==" } other) => one == other with { Operator = "!=" },
        _ => false,
    };

    /// <summary>Adds what has to hold as well; true when that and something before it exclude each other.</summary>
    public bool Add(IEnumerable<ConditionModel> conditions)
    {
        foreach (var test in conditions.Select(Test).OfType<Comparand>())
        {
            if (_tests.Exists(other => Exclude(test, other)))
            {
                return true;
            }
            if (_tests.Count < Most)
            {
                _tests.Add(test);
            }
        }
        return false;
    }

    /// <summary>Whether conditions exclude each other, or what has been added.</summary>
    public bool Has(IEnumerable<ConditionModel> conditions) => new Contradictions(_types, _tests).Add(conditions);

    private static bool Exclude(Comparand left, Comparand right)
    {
        if (!left.Value.Equals(right.Value))
        {
            return false;
        }
        return (left.IsEqual, right.IsEqual) switch
        {
            (true, true) => !MayBeOne(left.Constant, right.Constant),
            (false, false) => false,
            _ => left.Constant.Equals(right.Constant),
        };
    }

    /// <summary>Whether a value can be equal to both: texts have no case, and one that is a number is equal to that.</summary>
    private static bool MayBeOne(Constant left, Constant right)
    {
        if (left.Kind != right.Kind && (left.Kind is ConstantKind.Null or ConstantKind.Boolean || right.Kind is ConstantKind.Null or ConstantKind.Boolean))
        {
            return false;
        }
        return string.Equals(left.Text, right.Text, StringComparison.OrdinalIgnoreCase) || (IsNumber(left.Text, out var one) && IsNumber(right.Text, out var other) && one == other);
    }

    private static bool IsNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private Comparand? Test(ConditionModel condition) => condition switch
    {
        NullCondition test => new(test.Value, test.IsNull, new(ConstantKind.Null, "")),
        CompareCondition { Operator: "==" or "!=" } compare when Known(compare.Right) is { } constant => new(compare.Left, compare.Operator == "==", constant),
        CompareCondition { Operator: "==" or "!=" } compare when Known(compare.Left) is { } constant => new(compare.Right, compare.Operator == "==", constant),
        _ => null,
    };

    private Constant? Known(ValueModel value) => value switch
    {
        LiteralValue { Type.Kind: TypeKind.Boolean } literal => new(ConstantKind.Boolean, literal.Text),
        LiteralValue literal => new(literal.Type.Kind == TypeKind.String ? ConstantKind.Text : ConstantKind.Number, literal.Text),
        EnumMemberValue { Type.Kind: TypeKind.Enum } member when _types.FindEnum(member.Type)?.Members.FirstOrDefault(item => item.Name == member.Member) is { } found =>
            new(ConstantKind.Text, found.Value),
        _ => null,
    };

    private enum ConstantKind
    {
        Null,
        Boolean,
        Number,
        Text,
    }

    private sealed record Constant(ConstantKind Kind, string Text);

    /// <summary>A value that equals a constant, or does not.</summary>
    private sealed record Comparand(ValueModel Value, bool IsEqual, Constant Constant);
}
