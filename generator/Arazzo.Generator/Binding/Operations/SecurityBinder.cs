using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;
using Location = Arazzo.Generator.OpenApi.ParameterLocation;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides how the operations of a document authenticate.</summary>
internal sealed class SecurityBinder
{
    // They answer a challenge, which is the business of whoever holds the connection.
    private static readonly HashSet<string> Challenged = new(StringComparer.OrdinalIgnoreCase)
    {
        "digest", "hoba", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256", "vapid",
    };

    private readonly BindingContext _context;
    private readonly SpecificationFile _file;
    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsent = new(StringComparer.Ordinal);

    public SecurityBinder(BindingContext context, SpecificationFile file, OpenApiDocument document)
    {
        (_context, _file, _document) = (context, file, document);
        foreach (var entry in document.Components.SecuritySchemes)
        {
            if (context.References.SecurityScheme(new Located<OpenApiSecurityScheme>(file, entry.Value)) is not { Value: var scheme })
            {
                continue;
            }
            if (Bind(entry.Name, scheme) is { } model)
            {
                _schemes.Add(entry.Name, model);
            }
            else if (Unsent(scheme) is { } reason)
            {
                _unsent.Add(entry.Name);
                context.Diagnostics(file).Report(DiagnosticDescriptors.UnsupportedSecurity, entry.Key.Range, entry.Name, reason);
            }
        }
        ReportUnknown(file, document.Security);
    }

    public EquatableArray<SecuritySchemeModel> Schemes => _schemes.Values.OrderBy(static scheme => scheme.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The header, query parameter or cookie that a scheme fills, so that nobody takes it for anything but a credential.</summary>
    public bool IsCredential(Location location, string name) => _schemes.Values.Any(scheme => (scheme.Kind, location) switch
    {
        (SecuritySchemeKind.ApiKeyHeader, Location.Header) => string.Equals(scheme.ParameterName, name, StringComparison.OrdinalIgnoreCase),
        (SecuritySchemeKind.ApiKeyQuery, Location.Query) or (SecuritySchemeKind.ApiKeyCookie, Location.Cookie) => scheme.ParameterName == name,
        _ => false,
    });

    /// <summary>The alternatives of an operation that can be met; an operation's own replace the document's.</summary>
    public EquatableArray<SecurityRequirementModel> Requirements(Located<OpenApiOperation> operation)
    {
        if (operation.Value.Security is { } own)
        {
            ReportUnknown(operation.File, own);
        }
        return (operation.Value.Security ?? _document.Security)
            .Where(alternative => alternative.Schemes.All(scheme => _schemes.ContainsKey(scheme.Scheme) || _unsent.Contains(scheme.Scheme)))
            .Select(alternative => new SecurityRequirementModel(alternative.Schemes
                .Where(scheme => _schemes.ContainsKey(scheme.Scheme))
                .Select(static scheme => new SecurityRequirementSchemeModel(scheme.Scheme, scheme.Scopes.ToEquatableArray()))
                .ToEquatableArray()))
            .Distinct()
            .ToEquatableArray();
    }

    /// <summary>The class of addresses that tokens are got from; null when there are none.</summary>
    public OAuthModel? OAuth(string clientName)
    {
        var urls = new List<(string Name, string Url, string Documentation)>();
        foreach (var entry in _document.Components.SecuritySchemes)
        {
            if (_context.References.SecurityScheme(new Located<OpenApiSecurityScheme>(_file, entry.Value)) is not { Value: var scheme })
            {
                continue;
            }
            Add(entry.Name, "", "OpenIdConnectUrl", scheme.Type == SecuritySchemeType.OpenIdConnect ? scheme.OpenIdConnectUrl : null);
            if (scheme.Type == SecuritySchemeType.OAuth2)
            {
                Add(entry.Name, "", "MetadataUrl", scheme.OAuth2MetadataUrl);
                foreach (var flow in scheme.Flows)
                {
                    Add(entry.Name, flow.Kind, "AuthorizationUrl", flow.AuthorizationUrl);
                    Add(entry.Name, flow.Kind, "DeviceAuthorizationUrl", flow.DeviceAuthorizationUrl);
                    Add(entry.Name, flow.Kind, "TokenUrl", flow.TokenUrl);
                    Add(entry.Name, flow.Kind, "RefreshUrl", flow.RefreshUrl);
                }
            }
        }
        if (urls.Count == 0)
        {
            return null;
        }
        var name = _context.Names.Claim(_file.Source.Options.Namespace, clientName + "OAuth", [], _file.Source.RelativePath + "#/components/securitySchemes");
        var names = MemberNames.Assign(urls.ConvertAll(static url => url.Name), static _ => false, "", CSharpName.Pascal);
        return new OAuthModel(name, urls.Select((url, index) => new OAuthUrlModel(names[index], url.Url, url.Documentation)).ToEquatableArray());

        void Add(string scheme, string flow, string role, string? url)
        {
            var text = $"{scheme} {flow} {role}";
            if (!string.IsNullOrWhiteSpace(url) && !urls.Exists(other => other.Name == text))
            {
                urls.Add((text, url!, flow.Length == 0 ? $"Of the security scheme {scheme}." : $"Of the security scheme {scheme}, flow {flow}."));
            }
        }
    }

    private void ReportUnknown(SpecificationFile file, IEnumerable<OpenApiSecurityRequirement> requirements)
    {
        foreach (var scheme in requirements.SelectMany(static requirement => requirement.Schemes))
        {
            if (_document.Components.SecuritySchemes[scheme.Scheme] is null)
            {
                _context.Diagnostics(file).Report(DiagnosticDescriptors.UnknownSecurityScheme, scheme.Key.Range, scheme.Scheme);
            }
        }
    }

    private static SecuritySchemeModel? Bind(string name, OpenApiSecurityScheme scheme) => scheme switch
    {
        { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } => new SecuritySchemeModel(name, SecuritySchemeKind.Bearer, null),
        _ when scheme.IsHttp("bearer") => new SecuritySchemeModel(name, SecuritySchemeKind.Bearer, null),
        _ when scheme.IsHttp("basic") => new SecuritySchemeModel(name, SecuritySchemeKind.Basic, null),
        { Type: SecuritySchemeType.Http } when IsToken(scheme.Scheme) && !Challenged.Contains(scheme.Scheme) => new SecuritySchemeModel(name, SecuritySchemeKind.Http, scheme.Scheme),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Header } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyHeader, scheme.Name),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Query } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyQuery, scheme.Name),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Cookie } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyCookie, scheme.Name),
        _ => null,
    };

    /// <summary>Why nothing is sent for a scheme that is sound; null for one that is not, which reading has said.</summary>
    private static string? Unsent(OpenApiSecurityScheme scheme) => scheme.Type switch
    {
        SecuritySchemeType.MutualTls => "asks for a client certificate: give it to the handler of the HttpClient",
        SecuritySchemeType.Http when Challenged.Contains(scheme.Scheme) => $"is HTTP {scheme.Scheme}, which answers a challenge: give the credentials to the handler of the HttpClient",
        _ => null,
    };

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(static character => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0);
}
