namespace Arazzo.Runtime;

/// <summary>Something that the API's description does not allow.</summary>
/// <param name="Path">Where, as a JSON Pointer (RFC 6901) from the value that was checked: <c>/tags/0</c>.</param>
/// <param name="Keyword">The keyword of the schema: <c>maxLength</c>.</param>
/// <param name="Message">What is wrong. It never quotes the value, which may be a secret.</param>
public sealed record ValidationProblem(string Path, string Keyword, string Message);
