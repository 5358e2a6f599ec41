using System.Collections.Immutable;

namespace Arazzo.Generator.OpenApi;

/// <summary>A path with its variables. Text that is no template (a brace without its partner) is literal.</summary>
internal static class PathTemplate
{
    /// <summary>
    /// The path with the variables in braces that other tools write as a whole segment: <c>/:id</c>, <c>/&lt;id&gt;</c>, <c>/&lt;&lt;id&gt;&gt;</c>.
    /// Only a declared parameter tells them from text.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="names">The names of the path parameters that are declared.</param>
    public static string WithBraces(string path, IEnumerable<string> names)
    {
        var variables = Parse(path).Where(static segment => segment.IsVariable).ToList();
        foreach (var name in names.Where(name => !variables.Exists(variable => variable.Name == name || variable.Inner == name)))
        {
            path = string.Join("/", path.Split('/').Select(segment => segment == $":{name}" || segment == $"<{name}>" || segment == $"<<{name}>>" ? $"{{{name}}}" : segment));
        }
        return path;
    }

    /// <summary>Literals and variables in their order; together they are the path again.</summary>
    public static ImmutableArray<PathSegment> Parse(string path)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var literal = 0;
        for (var open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', literal))
        {
            var close = path.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }
            open = path.LastIndexOf('{', close);
            if (open > literal)
            {
                segments.Add(new PathSegment(path.Substring(literal, open - literal), literal, false));
            }
            segments.Add(new PathSegment(path.Substring(open, close + 1 - open), open, true));
            literal = close + 1;
        }
        if (literal < path.Length)
        {
            segments.Add(new PathSegment(path.Substring(literal), literal, false));
        }
        return segments.ToImmutable();
    }
}

/// <param name="Text">As it stands in the path, a variable with its braces.</param>
/// <param name="Start">Where in the path.</param>
/// <param name="IsVariable">Whether a parameter takes its place.</param>
internal readonly record struct PathSegment(string Text, int Start, bool IsVariable)
{
    /// <summary>What stands between the braces.</summary>
    public string Inner => IsVariable ? Text.Substring(1, Text.Length - 2) : "";

    /// <summary>The variable's name, also when it is written with an operator of RFC 6570 or as API gateways do: <c>{+path}</c>, <c>{path*}</c>, <c>{path+}</c>.</summary>
    public string Name => Inner.TrimStart('+').TrimEnd('*', '+');

    /// <summary>Whether the value may be several segments, whose slashes are the path's own: <c>{+path}</c> (RFC 6570, section 3.2.3), <c>{path+}</c>.</summary>
    public bool IsReserved => Inner.StartsWith("+", StringComparison.Ordinal) || Inner.EndsWith("+", StringComparison.Ordinal);
}
