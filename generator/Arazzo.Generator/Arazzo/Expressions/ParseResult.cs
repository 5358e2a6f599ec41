using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>What a parser says of a text: the tree, or why there is none.</summary>
/// <param name="Value">Null exactly when <paramref name="Error"/> is not.</param>
/// <param name="Error">The first fault.</param>
/// <param name="Dialect">What the text uses that the specification does not allow, in the order of the text.</param>
internal sealed record ParseResult<T>(T? Value, ParseError? Error, EquatableArray<DialectUse> Dialect)
    where T : class
{
    public static ParseResult<T> Success(T value) => new(value, null, []);

    public static ParseResult<T> Success(T value, List<DialectUse> dialect) => new(value, null, dialect.ToEquatableArray());

    public static ParseResult<T> Failure(ParseError error) => new(null, error, []);
}

/// <summary>A fault in a text.</summary>
/// <param name="Offset">Zero-based, in UTF-16 units; the text's length when its end is missing.</param>
/// <param name="Message">What is wrong and what to do: a clause without a capital and without a full stop.</param>
internal sealed record ParseError(int Offset, string Message);
