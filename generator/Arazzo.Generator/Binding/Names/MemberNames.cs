namespace Arazzo.Generator.Binding.Names;

/// <summary>
/// Gives siblings (properties of a class, members of an enum, operations of a client) distinct C# names. Which of two that collide keeps the plain name
/// depends on the two alone, so an unrelated sibling renames nothing.
/// </summary>
internal static class MemberNames
{
    /// <summary>Names <paramref name="texts"/>, which are distinct, in their order.</summary>
    /// <param name="texts">The names of the document.</param>
    /// <param name="taken">Whether a C# name is not to be had, because of what else the type holds.</param>
    /// <param name="suffix">What is appended to a name that is taken: the role, such as <c>Value</c>.</param>
    /// <param name="convert">The text's plain C# name.</param>
    /// <param name="alternatives">
    /// Names for the loser of a collision, in the order of preference; the signs of its text spelled out, and then the text itself, when nothing is given.
    /// </param>
    public static string[] Assign(
        IReadOnlyList<string> texts, Func<string, bool> taken, string suffix, Func<string, string> convert, params Func<string, string>[] alternatives)
    {
        var names = new string[texts.Count];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = convert(texts[index]);
            if (taken(names[index]))
            {
                names[index] += suffix;
            }
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (Array.TrueForAll(names, used.Add))
        {
            return names;
        }
        used.Clear();
        var order = Enumerable.Range(0, names.Length)
            .OrderBy(index => Plainness(texts[index], names[index]))
            .ThenBy(index => texts[index], StringComparer.Ordinal);
        foreach (var index in order)
        {
            if (!used.Add(names[index]))
            {
                names[index] = Next(names[index], texts[index]);
            }
        }
        return names;

        string Next(string name, string text)
        {
            foreach (var alternative in alternatives.Length > 0 ? alternatives : [SameCase(name, CSharpName.Spelled), CSharpName.Verbatim])
            {
                var candidate = alternative(text);
                if (!taken(candidate) && used.Add(candidate))
                {
                    return candidate;
                }
            }
            name += "_" + CSharpName.Fingerprint(text);
            while (!used.Add(name))
            {
                name += CSharpName.Fingerprint(name);
            }
            return name;
        }
    }

    private static Func<string, string> SameCase(string name, Func<string, string> convert) =>
        char.IsLower(name[0]) || name[0] == '@' ? text => char.ToLowerInvariant(convert(text)[0]) + convert(text).Substring(1) : convert;

    /// <summary>How far the text is from its name: <c>id</c> is plainer than <c>_id</c>.</summary>
    private static int Plainness(string text, string name) =>
        string.Equals(text, name, StringComparison.Ordinal) ? 0
        : string.Equals(text, name, StringComparison.OrdinalIgnoreCase) ? 1
        : 2 + text.Length;
}
