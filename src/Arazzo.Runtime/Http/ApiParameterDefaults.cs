namespace Arazzo.Runtime;

/// <summary>
/// Values for header, query and cookie parameters that a call or the step of a workflow leaves out: an API version, a beta flag, a tenant. They stand by the names in the API's
/// description, and go only to operations that have such a parameter. A value of null says that a handler of the <see cref="HttpClient"/> adds the parameter, as one does that signs requests.
/// </summary>
public sealed class ApiParameterDefaults
{
    /// <summary>Values of headers; names have no case.</summary>
    public IDictionary<string, string?> Headers { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Values of the query.</summary>
    public IDictionary<string, string?> Query { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Values of cookies.</summary>
    public IDictionary<string, string?> Cookies { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    internal ApiParameterDefaults Clone()
    {
        var copy = new ApiParameterDefaults();
        Copy(Headers, copy.Headers);
        Copy(Query, copy.Query);
        Copy(Cookies, copy.Cookies);
        return copy;
    }

    private static void Copy(IDictionary<string, string?> from, IDictionary<string, string?> to)
    {
        foreach (var (name, value) in from)
        {
            to[name] = value;
        }
    }
}
