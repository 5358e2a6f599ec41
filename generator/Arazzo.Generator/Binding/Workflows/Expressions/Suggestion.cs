namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;

    // A document may have thousands of names, and thousands of mistakes.
    private const int MostCandidates = 200;

    /// <summary><c> (did you mean 'publish_id'?)</c>, or nothing when no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var best = default(string);
        var bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            var distance = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase) ? 0
                : Math.Abs(candidate.Length - name.Length) >= bestDistance ? bestDistance
                : Distance(name, candidate);
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best is null ? "" : $" (did you mean '{best}'?)";
    }

    /// <summary>Levenshtein's.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > LongestName || right.Length > LongestName)
        {
            return int.MaxValue;
        }
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var substitution = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, substitution);
                diagonal = above;
            }
        }
        return row[right.Length];
    }
}
