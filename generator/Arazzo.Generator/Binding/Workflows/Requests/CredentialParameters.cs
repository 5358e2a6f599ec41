using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>Tells which parameters of a step are credentials: operations do not declare those.</summary>
internal static class CredentialParameters
{
    public static bool Has(StepSymbol step, string location, string name) =>
        (location == nameof(ParameterLocation.Header) && string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase))
        || step.Operation!.Api.Client.SecuritySchemes.Any(scheme => scheme.Kind switch
        {
            SecuritySchemeKind.ApiKeyHeader => location == nameof(ParameterLocation.Header) && string.Equals(scheme.ParameterName, name, StringComparison.OrdinalIgnoreCase),
            SecuritySchemeKind.ApiKeyQuery => location == nameof(ParameterLocation.Query) && scheme.ParameterName == name,
            SecuritySchemeKind.ApiKeyCookie => location == nameof(ParameterLocation.Cookie) && scheme.ParameterName == name,
            _ => false,
        });
}
