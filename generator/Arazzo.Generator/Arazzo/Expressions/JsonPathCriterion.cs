namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>The condition of a criterion of type <c>jsonpath</c>: exactly one is not null.</summary>
/// <param name="Query">Holds when it selects anything.</param>
/// <param name="Condition">The dialect: a comparison of JSONPaths.</param>
internal sealed record JsonPathCriterion(JsonPathQuery? Query, Condition? Condition);
