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
    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);

    public SecurityBinder(BindingContext context, SpecificationFile file, OpenApiDocument document)
    {
        _document = document;
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
            else if (scheme.Type != SecuritySchemeType.Unknown)
            {
                context.Diagnostics(file).Report(DiagnosticDescriptors.UnsupportedSecurity, entry.Key.Range, entry.Name, "is not supported yet");
            }
        }
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
    public EquatableArray<SecurityRequirementModel> Requirements(OpenApiOperation operation)
    {
        var alternatives = operation.Security ?? _document.Security;
        return alternatives
            .Where(alternative => alternative.Schemes.All(scheme => _schemes.ContainsKey(scheme.Scheme)))
            .Select(static alternative => new SecurityRequirementModel(alternative.Schemes
                .Select(static scheme => new SecurityRequirementSchemeModel(scheme.Scheme, scheme.Scopes.ToEquatableArray()))
                .ToEquatableArray()))
            .ToEquatableArray();
    }

    private static SecuritySchemeModel? Bind(string name, OpenApiSecurityScheme scheme) => scheme switch
    {
        { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } or { Type: SecuritySchemeType.Http, Scheme: "bearer" } =>
            new SecuritySchemeModel(name, SecuritySchemeKind.Bearer, null),
        { Type: SecuritySchemeType.Http, Scheme: "basic" } => new SecuritySchemeModel(name, SecuritySchemeKind.Basic, null),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Header } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyHeader, scheme.Name),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Query } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyQuery, scheme.Name),
        { Type: SecuritySchemeType.ApiKey, Name.Length: > 0, In: Location.Cookie } => new SecuritySchemeModel(name, SecuritySchemeKind.ApiKeyCookie, scheme.Name),
        _ => null,
    };
}
