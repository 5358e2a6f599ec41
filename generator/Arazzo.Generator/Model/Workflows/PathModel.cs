namespace Arazzo.Generator.Model.Workflows;

/// <summary>A JSONPath query on values of the workflow.</summary>
/// <param name="Root">Untyped JSON; null: the current node of the filter around it.</param>
internal sealed record PathModel(ValueModel? Root, EquatableArray<PathSegmentModel> Segments);

/// <summary>A segment: its selectors in order.</summary>
internal sealed record PathSegmentModel(bool IsDescendant, EquatableArray<PathSelectorModel> Selectors);

/// <summary>A selector.</summary>
internal abstract record PathSelectorModel;

/// <summary>A member.</summary>
internal sealed record NamePathSelector(string Name) : PathSelectorModel;

/// <summary>An element, from the end when negative.</summary>
internal sealed record IndexPathSelector(long Index) : PathSelectorModel;

/// <summary>A member or an element, by a value of the run.</summary>
internal sealed record ValuePathSelector(ValueModel Value) : PathSelectorModel;

/// <summary>All children.</summary>
internal sealed record WildcardPathSelector : PathSelectorModel;

/// <summary>Some elements.</summary>
internal sealed record SlicePathSelector(long? Start, long? End, long Step) : PathSelectorModel;

/// <summary>The children that a condition holds for.</summary>
/// <param name="IsOwn">Whether the nodes themselves are tested, not their children.</param>
internal sealed record FilterPathSelector(PathConditionModel Condition, bool IsOwn) : PathSelectorModel;

/// <summary>A condition on the current node of a filter. Strings compare by case.</summary>
internal abstract record PathConditionModel;

/// <summary>All hold.</summary>
internal sealed record AllPathCondition(EquatableArray<PathConditionModel> Operands) : PathConditionModel;

/// <summary>One holds.</summary>
internal sealed record AnyPathCondition(EquatableArray<PathConditionModel> Operands) : PathConditionModel;

/// <summary>It does not hold.</summary>
internal sealed record NoPathCondition(PathConditionModel Operand) : PathConditionModel;

/// <summary>Two values compare.</summary>
internal sealed record ComparePathCondition(PathOperandModel Left, string Operator, PathOperandModel Right) : PathConditionModel;

/// <summary>A query selects something.</summary>
internal sealed record SelectsPathCondition(PathModel Path) : PathConditionModel;

/// <summary>A text fits a pattern that is known at build time.</summary>
internal sealed record FitsPathCondition(PathOperandModel Text, PatternValue Pattern) : PathConditionModel;

/// <summary>A text fits a pattern of the run: all of it, or some part.</summary>
internal sealed record MatchPathCondition(PathOperandModel Text, PathOperandModel Pattern, bool IsWhole) : PathConditionModel;

/// <summary>A value in a filter.</summary>
internal abstract record PathOperandModel;

/// <summary>The node at a query of names and indexes only.</summary>
internal sealed record NodePathOperand(PathModel Path) : PathOperandModel;

/// <summary>A literal or a value of the run.</summary>
internal sealed record ValuePathOperand(ValueModel Value) : PathOperandModel;

/// <summary>The function <c>length</c>.</summary>
internal sealed record LengthPathOperand(PathOperandModel Operand) : PathOperandModel;

/// <summary>The function <c>count</c>.</summary>
internal sealed record CountPathOperand(PathModel Path) : PathOperandModel;

/// <summary>The function <c>value</c>.</summary>
internal sealed record OnlyPathOperand(PathModel Path) : PathOperandModel;
