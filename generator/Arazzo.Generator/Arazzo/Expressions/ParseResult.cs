using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>What a parser says of a text: the tree, or why there is none.</summary>
/// <param name="Value">Null exactly when <paramref name="Error"/> is not.</param>
/// <param name="Error">The first fault.</param>
/// <param name="Dialect">What the text uses that the specification does not allow, in the order of the text.</param>
internal sealed record ParseResult<T>(T? Value, ParseError? Error, EquatableArray<DialectUse> Dialect)
    where T : class;

/// <summary>A fault in a text.</summary>
/// <param name="Offset">Zero-based, in UTF-16 units; the text's length when its end is missing.</param>
/// <param name="Message">What is wrong and what to do: a clause without a capital and without a full stop.</param>
internal sealed record ParseError(int Offset, string Message);

/// <summary>A use of a form outside of the specification.</summary>
internal sealed record DialectUse(DialectForm Form, int Offset);

/// <summary>What real documents write and the specification does not allow.</summary>
internal enum DialectForm
{
    /// <summary><c>Bearer $inputs.token</c> for <c>Bearer {$inputs.token}</c>.</summary>
    UnbracedEmbedding,

    /// <summary><c>"text"</c> for <c>'text'</c> in a simple condition.</summary>
    DoubleQuotes,

    /// <summary><c>$response.body#name</c> for <c>$response.body#/name</c>.</summary>
    PointerWithoutSlash,

    /// <summary><c>$steps.a.b</c> for <c>$steps.a.outputs.b</c>.</summary>
    MissingOutputs,

    /// <summary><c>$inputs</c> as a whole.</summary>
    WholeInputs,

    /// <summary><c>$.status == 'ok'</c> for <c>$[?@.status == 'ok']</c>: a comparison in place of a JSONPath query.</summary>
    JsonPathComparison,

    /// <summary><c>in [...]</c> and <c>empty true</c> in place of a JSONPath query.</summary>
    JsonPathOperator,

    /// <summary><c>.length</c> at the end of a JSONPath.</summary>
    JsonPathLength,

    /// <summary><c>$inputs.x</c> for <c>{$inputs.x}</c> inside a JSONPath.</summary>
    JsonPathUnbracedExpression,
}
