using System.Text.RegularExpressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>An operation that a request's address fits, with the texts in the places of its variables.</summary>
internal sealed record Route(ApiOperation Operation, IReadOnlyDictionary<string, string> Variables);

/// <summary>Finds operations by method and address.</summary>
internal static partial class Routes
{
    /// <summary>The operations that fit, those with the fewest variables first.</summary>
    public static IReadOnlyList<Route> Find(IEnumerable<Api> apis, SentRequest request) =>
        [.. apis.SelectMany(static api => api.Operations).Select(operation => Match(operation, request)).OfType<Route>().OrderBy(static route => route.Variables.Count)];

    private static Route? Match(ApiOperation operation, SentRequest request)
    {
        if (operation.Method != request.Method)
        {
            return null;
        }
        var path = operation.Path.Split('?', '#')[0].Replace("<<", "{", StringComparison.Ordinal).Replace(">>", "}", StringComparison.Ordinal);
        var address = request.Uri.GetLeftPart(UriPartial.Path);
        foreach (var server in operation.Servers)
        {
            var names = new List<string>();
            var pattern = "^" + Template().Replace(Regex.Escape(server.TrimEnd('/') + path).Replace("\\{", "{", StringComparison.Ordinal), match =>
            {
                names.Add(match.Groups[1].Value.Replace("\\", "", StringComparison.Ordinal));
                return "([^/]*)";
            }) + "$";
            if (Regex.Match(address, pattern, RegexOptions.IgnoreCase) is { Success: true } found)
            {
                var variables = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var index = 0; index < names.Count; index++)
                {
                    variables[names[index].TrimStart('+')] = found.Groups[index + 1].Value;
                }
                return new Route(operation, variables);
            }
        }
        return null;
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Template();
}
