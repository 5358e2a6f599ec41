namespace Documentation.Tests.Markdown;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's path from the repository's root.</param>
/// <param name="Line">The line of its first line, counted from 1.</param>
/// <param name="Language">What the fence says.</param>
/// <param name="Heading">The heading that it stands under.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Directives">What the comment before it tells the tests; readers do not see it.</param>
internal sealed record Block(string Page, int Line, string Language, string Heading, string Text, Directives Directives)
{
    /// <summary>Such as <c>docs/errors.md(12)</c>.</summary>
    public string Place => $"{Page}({Line})";
}
