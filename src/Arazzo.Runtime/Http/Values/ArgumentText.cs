namespace Arazzo.Runtime.CompilerServices;

/// <summary>Refuses arguments that cannot be sent, by their names.</summary>
internal static class ArgumentText
{
    /// <exception cref="ArgumentException">The text has half a character, which has no UTF-8.</exception>
    public static void Check(ReadOnlySpan<char> text, string argument)
    {
        var rest = text;
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var index and >= 0)
        {
            if (index + 1 == rest.Length || !char.IsSurrogatePair(rest[index], rest[index + 1]))
            {
                argument = Name(argument);
                throw new ArgumentException($"The parameter '{argument}' has half of a surrogate pair, which is no character and cannot be sent.", argument);
            }
            rest = rest[(index + 2)..];
        }
    }

    /// <summary>The parameter's name as reflection and <c>nameof</c> have it.</summary>
    public static string Name(string argument) => argument.TrimStart('@');
}
