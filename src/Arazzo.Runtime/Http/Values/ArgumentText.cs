namespace Arazzo.Runtime.CompilerServices;

/// <summary>Refuses arguments that cannot be sent, by their names.</summary>
internal static class ArgumentText
{
    /// <exception cref="ArgumentException">The text has half a character, which has no UTF-8.</exception>
    public static void Check(ReadOnlySpan<char> text, string argument)
    {
        if (!IsWhole(text))
        {
            argument = Name(argument);
            throw new ArgumentException($"The parameter '{argument}' has half of a surrogate pair, which is no character and cannot be sent.", argument);
        }
    }

    /// <summary>Whether each surrogate has its other half beside it.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var index and >= 0)
        {
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }
            text = text[(index + 2)..];
        }
        return true;
    }

    /// <exception cref="ArgumentException">The text would end the cookie and begin another (RFC 6265, section 4.2.1).</exception>
    public static void CheckCookie(ReadOnlySpan<char> text, string argument)
    {
        if (text.Contains(';'))
        {
            argument = Name(argument);
            throw new ArgumentException($"The cookie parameter '{argument}' has a semicolon, which ends a cookie: escape it as the server expects.", argument);
        }
    }

    /// <summary>Whether a server would take part of a path for a step in it, escaped or not (RFC 3986, section 5.2.4).</summary>
    public static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            if (IsDotSegment(path[range]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The exception for a required argument that is null.</summary>
    public static ArgumentNullException Missing(string argument)
    {
        argument = Name(argument);
        return new ArgumentNullException(argument, $"The parameter '{argument}' is required.");
    }

    /// <summary>The exception for a required argument that is null, and that the client does not give either.</summary>
    public static ArgumentNullException Missing(string argument, string operation, string option)
    {
        argument = Name(argument);
        return new ArgumentNullException(
            argument,
            $"The parameter '{argument}' is required by {operation}. Give it, or set ApiClientOptions.{option} for all calls of the client; null there says that a handler of the HttpClient adds it.");
    }

    private static bool IsDotSegment(ReadOnlySpan<char> segment)
    {
        var dots = 0;
        for (; !segment.IsEmpty; dots++)
        {
            if (segment[0] != '.' && !segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
            segment = segment[(segment[0] == '.' ? 1 : 3)..];
        }
        return dots is 1 or 2;
    }

    /// <summary>The parameter's name as reflection and <c>nameof</c> have it.</summary>
    public static string Name(string argument) => argument.TrimStart('@');
}
