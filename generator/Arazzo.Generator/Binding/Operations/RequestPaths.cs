using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using ParameterLocation = Arazzo.Generator.Model.ParameterLocation;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>The paths that requests are made from. Authors write more into them than OpenAPI has.</summary>
internal static class RequestPaths
{
    /// <summary>
    /// The path with each variable named exactly as its parameter (<c>{+path}</c>, <c>{path*}</c>, <c>:path</c> and <c>&lt;path&gt;</c> may mean <c>path</c>), and without the parts of a query
    /// (<c>?page={page}</c>) that a query parameter adds, and without a fragment (<c>/#Operation</c>).
    /// </summary>
    public static string Of(string path, IReadOnlyList<ParameterModel> parameters)
    {
        bool Has(ParameterLocation location, string name) => parameters.Any(parameter => parameter.Location == location && parameter.WireName == name);

        path = PathTemplate.WithBraces(path, parameters.Where(static parameter => parameter.Location == ParameterLocation.Path).Select(static parameter => parameter.WireName));
        var named = string.Concat(PathTemplate.Parse(path).Select(segment =>
            segment.IsVariable && !Has(ParameterLocation.Path, segment.Inner) && Has(ParameterLocation.Path, segment.Name) ? "{" + segment.Name + "}" : segment.Text));
        if (named.IndexOf('#') is var fragment and >= 0)
        {
            // Tells operations of one path apart, and is never sent (RFC 3986, section 3.5).
            named = named.Substring(0, fragment);
        }
        var query = named.IndexOf('?');
        if (query < 0)
        {
            return named;
        }
        var kept = named.Substring(query + 1).Split('&').Where(part =>
            !PathTemplate.Parse(part).Any(segment => segment.IsVariable && Has(ParameterLocation.Query, segment.Inner))).ToArray();
        return named.Substring(0, query) + (kept.Length == 0 ? "" : "?" + string.Join("&", kept));
    }
}
