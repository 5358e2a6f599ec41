namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A use of a form outside of the specification.</summary>
/// <param name="Offset">Where in the text it begins.</param>
internal sealed record DialectUse(DialectForm Form, int Offset);

/// <summary>What real documents write and the specification does not allow.</summary>
internal enum DialectForm
{
    /// <summary><c>Bearer $inputs.token</c> for <c>Bearer {$inputs.token}</c>.</summary>
    UnbracedEmbedding,

    /// <summary><c>{$response.body}</c> for <c>$response.body</c> where only an expression can stand.</summary>
    BracedExpression,

    /// <summary><c>"text"</c> for <c>'text'</c> in a simple condition.</summary>
    DoubleQuotes,

    /// <summary><c>$response.body#name</c> for <c>$response.body#/name</c>.</summary>
    PointerWithoutSlash,

    /// <summary><c>$steps.a.b</c> for <c>$steps.a.outputs.b</c>.</summary>
    MissingOutputs,

    /// <summary><c>$inputs</c> as a whole.</summary>
    WholeInputs,

    /// <summary><c>$steps.id.outputs</c> or <c>$outputs</c> as a whole.</summary>
    WholeOutputs,

    /// <summary><c>$.status == 'ok'</c> for <c>$[?@.status == 'ok']</c>: a comparison in place of a JSONPath query.</summary>
    JsonPathComparison,

    /// <summary><c>.length</c> at the end of a JSONPath.</summary>
    JsonPathLength,

    /// <summary><c>$[?@.status == 'ok']</c> on an object, whose own members are meant.</summary>
    JsonPathRootFilter,

    /// <summary>Blanks before or after a JSONPath.</summary>
    JsonPathBlanks,

    /// <summary><c>$inputs.x</c> for <c>{$inputs.x}</c> inside a JSONPath.</summary>
    JsonPathUnbracedExpression,

    /// <summary><c>in [...]</c> and <c>empty true</c>.</summary>
    WordOperator,

    /// <summary><c>name#/paths/...</c> for <c>{$sourceDescriptions.name.url}#/paths/...</c>.</summary>
    OperationPathWithoutUrl,

    /// <summary>The id of another document's workflow without the name of its source.</summary>
    UnqualifiedWorkflow,

    /// <summary>A parameter with <c>in: querystring</c> beside one with <c>in: query</c>.</summary>
    QueryStringBesideQuery,
}
