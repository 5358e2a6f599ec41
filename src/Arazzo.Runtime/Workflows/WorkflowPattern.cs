using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Regular expressions that cannot hang a run: without backtracking, and what needs it within a time limit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowPattern
{
    /// <summary>How long a pattern that needs backtracking may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>A pattern that needs no backtracking.</summary>
    /// <param name="pattern">The pattern, which the generator has checked.</param>
    /// <returns>The regular expression; its time is linear in the length of the text.</returns>
    public static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A pattern with lookaround, back references or atomic groups.</summary>
    /// <param name="pattern">The pattern, which the generator has checked.</param>
    /// <returns>The regular expression; it gives up after a second.</returns>
    public static Regex Limited(string pattern) => new(pattern, RegexOptions.CultureInvariant, Limit);

    /// <summary>Whether a text fits.</summary>
    /// <param name="text">The text; null never fits.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Whether the pattern is found in it; false when the time is up.</returns>
    public static bool IsMatch(string? text, Regex pattern)
    {
        try
        {
            return text is not null && pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether a text fits a pattern that is known only now.</summary>
    /// <param name="text">The text; null never fits.</param>
    /// <param name="pattern">The pattern; null never fits.</param>
    /// <returns>Whether the pattern is found in it; false when it is no pattern or the time is up.</returns>
    public static bool IsMatch(string? text, string? pattern)
    {
        if (text is null || pattern is null)
        {
            return false;
        }
        try
        {
            // The platform keeps the last few patterns.
            return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return IsMatchWithin(text, pattern);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A text as a pattern that fits nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pattern; for null one that fits nothing at all.</returns>
    public static string Escape(string? text) => text is null ? @"[^\s\S]" : Regex.Escape(text);

    private static bool IsMatchWithin(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Limit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
