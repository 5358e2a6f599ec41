using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides where the operations of a document are sent to, and what there is to choose from.</summary>
internal sealed class ServerBinder(BindingContext context, SpecificationFile file, OpenApiDocument document, string clientName)
{
    // What every class has.
    public static readonly HashSet<string> ClassMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>The first address that is absolute, its variables at their defaults; null when there is none.</summary>
    public static string? BaseAddress(OpenApiDocument document) => document.Servers.Select(Address).FirstOrDefault(IsAbsolute);

    /// <summary>The address of an operation's or its path's own server; null when it has none that can be used.</summary>
    public static string? Own(OpenApiOperation operation) =>
        operation.Servers.Select(Address).FirstOrDefault(static address => IsAbsolute(address) || (address.IndexOf('{') < 0 && address.IndexOf(':') < 0));

    /// <summary>The class of addresses; null when there is no choice. A document without an absolute address gets a diagnostic.</summary>
    public ServersModel? Bind()
    {
        if (BaseAddress(document) is null && BoundApi.HasClientOf(document))
        {
            context.Diagnostics(file).Report(DiagnosticDescriptors.NoServer, (document.Servers.IsEmpty ? document.Range : document.Servers[0].Range).FirstLine);
        }
        // Those of operations and paths that have variables are chosen from as well: see ApiClientOptions.Servers.
        var own = document.Operations.SelectMany(static operation => operation.Servers).Where(static server => server.Variables.Count > 0);
        var servers = document.Servers.Concat(own).Where(static server => IsAbsolute(Address(server))).GroupBy(static server => server.Url, StringComparer.Ordinal).Select(static group => group.First()).ToList();
        if (servers.Count < 2 && servers.TrueForAll(static server => server.Variables.Count == 0))
        {
            return null;
        }
        var name = context.Names.Claim(file.Source.Options.Namespace, clientName + "Servers", [], file.Source.RelativePath + "#/servers");
        var names = MemberNames.Assign(
            servers.ConvertAll(static server => server.Url), member => ClassMembers.Contains(member) || member == name, "Server", url => Name(servers.Find(server => server.Url == url)!, servers),
            CSharpName.Pascal, CSharpName.Spelled);
        var members = new HashSet<string>(ClassMembers.Concat(names), StringComparer.Ordinal) { name };
        return new ServersModel(name, servers.Select((server, index) => Bind(server, names[index], members)).ToEquatableArray());
    }

    private static ServerModel Bind(OpenApiServer server, string name, HashSet<string> taken)
    {
        var variables = server.Variables.Where(variable => server.Url.Contains("{" + variable.Name + "}")).ToList();
        var names = MemberNames.Assign(variables.ConvertAll(static variable => variable.Name), static _ => false, "", CSharpName.Camel);
        return new ServerModel(name, WithScheme(server.Url), server.Description, variables.Select((variable, index) =>
        {
            var values = variable.Value.Enum.Distinct(StringComparer.Ordinal).ToList();
            if (values.Count > 0 && !values.Contains(variable.Value.Default))
            {
                values.Insert(0, variable.Value.Default);
            }
            var members = MemberNames.Assign(values, static _ => false, "", CSharpName.Pascal);
            var type = name + CSharpName.Pascal(variable.Name);
            while (values.Count > 0 && !taken.Add(type))
            {
                type += "Value";
            }
            return new ServerVariableModel(
                variable.Name,
                names[index],
                variable.Value.Default,
                values.Count == 0 ? null : type,
                values.Select((value, member) => new ServerValueModel(members[member], value)).ToEquatableArray(),
                variable.Value.Description);
        }).ToEquatableArray());
    }

    /// <summary>By its name (3.2), a description that is as short as a name, or its host and path; with the scheme when that is all that tells it from another.</summary>
    private static string Name(OpenApiServer server, List<OpenApiServer> others)
    {
        const int LongestName = 32;
        if (server.Name is { Length: > 0 } name)
        {
            return CSharpName.Pascal(name);
        }
        if (server.Description?.Trim() is { Length: > 0 and <= LongestName } description && description.IndexOf('\n') < 0 && description.Any(char.IsLetter))
        {
            return CSharpName.Pascal(description);
        }
        var url = WithScheme(server.Url);
        if (url.StartsWith("http:", StringComparison.Ordinal) && others.Exists(other => WithScheme(other.Url) == "https" + url.Substring("http".Length)))
        {
            return CSharpName.Pascal(url);
        }
        return CSharpName.Pascal(url.Substring(url.IndexOf("://", StringComparison.Ordinal) + 3));
    }

    private static string Address(OpenApiServer server)
    {
        var address = WithScheme(server.Url);
        foreach (var variable in server.Variables)
        {
            // Values such as `/prod` stand behind a slash in many documents.
            var value = variable.Value.Default;
            address = (value.StartsWith("/", StringComparison.Ordinal) ? address.Replace("/{" + variable.Name + "}", value) : address).Replace("{" + variable.Name + "}", value);
        }
        return address;
    }

    private static bool IsAbsolute(string address) =>
        address.IndexOf('{') < 0 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.Scheme == "http") && uri.Host.Length > 0;

    /// <summary><c>//host</c> and <c>api.example.com/v1</c> are addresses whose scheme is left out.</summary>
    private static string WithScheme(string url)
    {
        url = url.Trim();
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            return "https:" + url;
        }
        var host = url.IndexOf('/') is var slash and >= 0 ? url.Substring(0, slash) : url;
        var isHost = host.IndexOf('.') > 0 && host.IndexOf('{') < 0 && Uri.CheckHostName(host.Split(':')[0]) == UriHostNameType.Dns;
        return isHost ? "https://" + url : url;
    }
}
