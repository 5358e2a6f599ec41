using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
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

    private const string ScopesName = "Scopes";

    private readonly BindingContext _context;
    private readonly SpecificationFile _file;
    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsent = new(StringComparer.Ordinal);
    private readonly List<(string Name, OpenApiSecurityScheme Scheme)> _found = [];
    private readonly Dictionary<(SpecificationFile File, string Text), string?> _names = [];

    public SecurityBinder(BindingContext context, SpecificationFile file, OpenApiDocument document, IReadOnlyList<Located<OpenApiOperation>> operations)
    {
        (_context, _file, _document) = (context, file, document);
        foreach (var entry in document.Components.SecuritySchemes)
        {
            if (context.References.SecurityScheme(new Located<OpenApiSecurityScheme>(file, entry.Value)) is { Value: var scheme })
            {
                Add(file, entry.Key, entry.Name, scheme);
            }
        }
        foreach (var requirement in document.Security)
        {
            Declare(file, requirement);
        }
        foreach (var operation in operations)
        {
            foreach (var requirement in operation.Value.Security ?? [])
            {
                Declare(operation.File, requirement);
            }
        }
    }

    public EquatableArray<SecuritySchemeModel> Schemes => _schemes.Values.OrderBy(static scheme => scheme.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The header, query parameter or cookie that a scheme fills, so that nobody takes it for anything but a credential.</summary>
    public bool IsCredential(Location location, string name) => _schemes.Values.Any(scheme => IsFilled(scheme, location, name));

    private static bool IsFilled(SecuritySchemeModel scheme, Location location, string name) => (scheme.Kind, location) switch
    {
        (SecuritySchemeKind.ApiKeyHeader, Location.Header) => string.Equals(scheme.ParameterName, name, StringComparison.OrdinalIgnoreCase),
        (SecuritySchemeKind.ApiKeyQuery, Location.Query) or (SecuritySchemeKind.ApiKeyCookie, Location.Cookie) => scheme.ParameterName == name,
        _ => false,
    };

    /// <summary>The alternatives of an operation that can be met; an operation's own replace the document's.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="keys">Its parameters that schemes fill: where no alternative names such a scheme, the parameter asks for it, and each alternative comes with it first.</param>
    public EquatableArray<SecurityRequirementModel> Requirements(Located<OpenApiOperation> operation, IReadOnlyCollection<OpenApiParameter> keys)
    {
        var alternatives = Alternatives(operation).ToList();
        var asked = keys.Select(key => Schemes.First(scheme => IsFilled(scheme, key.In, key.Name)).Name)
            .Where(name => !alternatives.Exists(alternative => alternative.Schemes.Any(scheme => scheme.Name == name)))
            .Distinct(StringComparer.Ordinal).Select(static name => new SecurityRequirementSchemeModel(name, [])).ToList();
        if (asked.Count == 0)
        {
            return alternatives.ToEquatableArray();
        }
        var without = alternatives.Count == 0 ? [new SecurityRequirementModel([])] : alternatives;
        return without.Select(alternative => new SecurityRequirementModel(alternative.Schemes.Concat(asked).ToEquatableArray())).Concat(without).Distinct().ToEquatableArray();
    }

    private IEnumerable<SecurityRequirementModel> Alternatives(Located<OpenApiOperation> operation)
    {
        var file = operation.Value.Security is null ? _file : operation.File;
        return (operation.Value.Security ?? _document.Security)
            .Select(alternative => alternative.Schemes.Select(scheme => (Name: _names[(file, scheme.Scheme)] ?? "", scheme.Scopes)).ToList())
            .Where(schemes => schemes.TrueForAll(scheme => _schemes.ContainsKey(scheme.Name) || _unsent.Contains(scheme.Name)))
            .Select(schemes => new SecurityRequirementModel(schemes
                .Where(scheme => _schemes.ContainsKey(scheme.Name))
                .Select(static scheme => new SecurityRequirementSchemeModel(scheme.Name, scheme.Scopes.ToEquatableArray()))
                .ToEquatableArray()))
            .Distinct();
    }

    /// <summary>The class of what tokens are got with, addresses and scopes; null when there is nothing.</summary>
    public OAuthModel? OAuth(string clientName)
    {
        var urls = new List<(string Name, string Url, string Documentation)>();
        var scopes = new List<(string Scope, string? Description)>();
        foreach (var (key, scheme) in _found)
        {
            Add(key, "", "OpenIdConnectUrl", scheme.Type == SecuritySchemeType.OpenIdConnect ? scheme.OpenIdConnectUrl : null);
            if (scheme.Type == SecuritySchemeType.OAuth2)
            {
                Add(key, "", "MetadataUrl", scheme.OAuth2MetadataUrl);
                foreach (var flow in scheme.Flows)
                {
                    Add(key, flow.Kind, "AuthorizationUrl", flow.AuthorizationUrl);
                    Add(key, flow.Kind, "DeviceAuthorizationUrl", flow.DeviceAuthorizationUrl);
                    Add(key, flow.Kind, "TokenUrl", flow.TokenUrl);
                    Add(key, flow.Kind, "RefreshUrl", flow.RefreshUrl);
                    scopes.AddRange(flow.Scopes.Select(static scope => (scope.Name, (string?)scope.Value)));
                }
            }
        }
        scopes = scopes.Where(static scope => scope.Scope.Length > 0).GroupBy(static scope => scope.Scope, StringComparer.Ordinal).Select(static group => group.First()).ToList();
        if (urls.Count + scopes.Count == 0)
        {
            return null;
        }
        var name = _context.Names.Claim(_file.Source.Options.Namespace, clientName + "OAuth", [], _file.Source.RelativePath + "#/components/securitySchemes");
        var names = MemberNames.Assign(urls.ConvertAll(static url => url.Name), static _ => false, "", CSharpName.Pascal);
        var members = MemberNames.Assign(
            scopes.ConvertAll(static scope => scope.Scope), static member => member == ScopesName || ServerBinder.ClassMembers.Contains(member), "Scope", CSharpName.Pascal);
        return new OAuthModel(
            name,
            urls.Select((url, index) => new OAuthConstantModel(names[index], url.Url, url.Documentation)).ToEquatableArray(),
            scopes.Select((scope, index) => new OAuthConstantModel(members[index], scope.Scope, scope.Description)).ToEquatableArray());

        void Add(string scheme, string flow, string role, string? url)
        {
            var text = $"{scheme} {flow} {role}";
            if (!string.IsNullOrWhiteSpace(url) && !urls.Exists(other => other.Name == text))
            {
                urls.Add((text, url!, flow.Length == 0 ? $"Of the security scheme {scheme}." : $"Of the security scheme {scheme}, flow {flow}."));
            }
        }
    }

    /// <summary>Finds what a requirement names: a component, or a scheme by its URI (OpenAPI 3.2, Security Requirement Object).</summary>
    private void Declare(SpecificationFile file, OpenApiSecurityRequirement requirement)
    {
        foreach (var (key, _) in requirement.Schemes)
        {
            if (!_names.ContainsKey((file, key.Text)))
            {
                _names.Add((file, key.Text), Find(file, key));
            }
        }
    }

    private string? Find(SpecificationFile file, ScalarNode key)
    {
        if (_document.Components.SecuritySchemes[key.Text] is not null)
        {
            return key.Text;
        }
        if (key.Text.IndexOfAny(['#', '/']) < 0)
        {
            _context.Diagnostics(file).Report(DiagnosticDescriptors.UnknownSecurityScheme, key.Range, key.Text);
            return null;
        }
        var reference = new OpenApiSecurityScheme(key) { Reference = new OpenApiReference(key.Text, key.Range) };
        if (_context.References.SecurityScheme(new Located<OpenApiSecurityScheme>(file, reference)) is not { } found)
        {
            return null;
        }
        if (_found.Find(known => known.Scheme == found.Value).Name is { } name)
        {
            return name;
        }
        // Users give credentials by the name; the whole URI when another scheme has it.
        name = key.Text.Substring(key.Text.LastIndexOf('/') + 1);
        name = _found.Exists(known => known.Name == name) ? key.Text : name;
        Add(file, key, name, found.Value);
        return name;
    }

    private void Add(SpecificationFile file, ScalarNode key, string name, OpenApiSecurityScheme scheme)
    {
        _found.Add((name, scheme));
        if (Bind(name, scheme) is { } model)
        {
            _schemes.Add(name, model);
        }
        else if (Unsent(scheme) is { } reason)
        {
            _unsent.Add(name);
            _context.Diagnostics(file).Report(DiagnosticDescriptors.UnsupportedSecurity, key.Range, name, reason);
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
