namespace Arazzo.Generator.Reading;

/// <summary>A stretch of a specification's text: zero-based lines and columns, the end exclusive.</summary>
internal readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn);
