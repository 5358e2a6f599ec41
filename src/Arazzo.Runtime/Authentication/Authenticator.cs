using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Adds credentials to a request: those of the first security alternative that can be met.</summary>
internal sealed class Authenticator(ApiDefinition definition, ApiClientOptions options)
{
    /// <summary>Adds the credentials.</summary>
    /// <param name="message">The request, with its own headers.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Cancels the providers.</param>
    /// <returns>Null, or why there are none although they are needed.</returns>
    public async ValueTask<string?> AuthenticateAsync(HttpRequestMessage message, ApiOperation operation, CancellationToken cancellationToken)
    {
        string? missing = null;
        CredentialUnavailableException? unavailable = null;
        var isAnonymousAllowed = false;
        foreach (var requirement in operation.Security)
        {
            if (requirement.Schemes.Count == 0)
            {
                // Also when it stands first: `[{}, {token: []}]` is how descriptions write "optional", and what is there is sent.
                isAnonymousAllowed = true;
                continue;
            }
            if (!requirement.Schemes.All(scheme => IsAvailable(message, scheme)))
            {
                continue;
            }
            Credentials credentials;
            try
            {
                credentials = await GetAsync(message, operation, requirement, cancellationToken).ConfigureAwait(false);
            }
            catch (CredentialUnavailableException exception) when (exception.MayHaveAnother)
            {
                unavailable ??= exception;
                continue;
            }
            if (credentials.Missing is null)
            {
                credentials.Apply(message);
                return null;
            }
            missing ??= credentials.Missing;
        }
        if (unavailable is not null && !isAnonymousAllowed)
        {
            throw unavailable;
        }
        return missing is null || isAnonymousAllowed
            ? null
            : $"The access token provider of security scheme '{missing}' gave no credential, and the operation needs one.";
    }

    /// <summary>Whether the request has credentials, its own or added ones.</summary>
    public bool HasCredentials(HttpRequestMessage message) =>
        message.Headers.NonValidated.Contains("Authorization") || definition.SecuritySchemes.Any(scheme => Carries(message, scheme));

    /// <summary>Tells the providers of an operation that the API refused the token that the request carries.</summary>
    /// <returns>Whether one of them can give another.</returns>
    public bool Invalidate(HttpRequestMessage message, ApiOperation operation)
    {
        if (!message.Headers.NonValidated.TryGetValues("Authorization", out var values) || values.ToString() is not { } sent || !sent.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return false;
        }
        foreach (var name in operation.Security.SelectMany(static requirement => requirement.Schemes))
        {
            if (definition.FindScheme(name) is { Kind: ApiSecuritySchemeKind.Bearer } scheme
                && Provider(scheme) is IRefreshableAccessTokenProvider provider && provider.Invalidate(sent["Bearer ".Length..]))
            {
                return true;
            }
        }
        return false;
    }

    private async ValueTask<Credentials> GetAsync(HttpRequestMessage message, ApiOperation operation, SecurityRequirement requirement, CancellationToken cancellationToken)
    {
        var credentials = new Credentials();
        foreach (var name in requirement.Schemes)
        {
            var scheme = definition.FindScheme(name)!;
            if (Carries(message, scheme))
            {
                continue;
            }
            var request = new AccessTokenRequest(operation.Id, name, requirement.Scopes);
            var value = await Provider(scheme)!.GetAccessTokenAsync(request, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(value))
            {
                credentials.Missing = name;
                break;
            }
            credentials.Add(scheme, value);
        }
        return credentials;
    }

    private bool IsAvailable(HttpRequestMessage message, string name) =>
        definition.FindScheme(name) is { } scheme && (Carries(message, scheme) || Provider(scheme) is not null);

    private IAccessTokenProvider? Provider(ApiSecurityScheme scheme) =>
        options.Credentials.TryGetValue(scheme.Name, out var provider) ? provider
        : scheme.Kind == ApiSecuritySchemeKind.Bearer ? options.AccessTokenProvider
        : null;

    /// <summary>Whether the call itself has set what the scheme would: then that wins.</summary>
    private static bool Carries(HttpRequestMessage message, ApiSecurityScheme scheme) => scheme.Kind switch
    {
        ApiSecuritySchemeKind.Query => Contains(message.RequestUri!.Query.AsSpan(), '&', Uri.EscapeDataString(scheme.Parameter)),
        ApiSecuritySchemeKind.Cookie => message.Headers.NonValidated.TryGetValues("Cookie", out var cookies) && Contains(cookies.ToString(), ';', scheme.Parameter),
        _ => message.Headers.NonValidated.Contains(scheme.Parameter),
    };

    private static bool Contains(ReadOnlySpan<char> pairs, char separator, string name)
    {
        foreach (var range in pairs.TrimStart('?').Split(separator))
        {
            var pair = pairs.TrimStart('?')[range].Trim();
            if (pair.StartsWith(name) && pair.Length > name.Length && pair[name.Length] == '=')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>What an alternative needs; nothing is added to the request before all of it is there.</summary>
    private struct Credentials
    {
        private (ApiSecurityScheme Scheme, string Value) _first;
        private List<(ApiSecurityScheme Scheme, string Value)>? _others;

        public string? Missing { get; set; }

        public void Add(ApiSecurityScheme scheme, string value)
        {
            if (_first.Scheme is null)
            {
                _first = (scheme, value);
                return;
            }
            (_others ??= []).Add((scheme, value));
        }

        public readonly void Apply(HttpRequestMessage message)
        {
            if (_first.Scheme is null)
            {
                return;
            }
            Apply(message, _first.Scheme, _first.Value);
            foreach (var (scheme, value) in _others ?? [])
            {
                Apply(message, scheme, value);
            }
        }

        private static void Apply(HttpRequestMessage message, ApiSecurityScheme scheme, string value)
        {
            switch (scheme.Kind)
            {
                case ApiSecuritySchemeKind.Query:
                    var address = message.RequestUri!.OriginalString;
                    var parameter = $"{Uri.EscapeDataString(scheme.Parameter)}={Uri.EscapeDataString(value)}";
                    message.RequestUri = RequestUri.Create($"{address}{(address.Contains('?') ? '&' : '?')}{parameter}");
                    break;
                case ApiSecuritySchemeKind.Cookie:
                    var cookie = $"{scheme.Parameter}={Uri.EscapeDataString(value)}";
                    var own = message.Headers.NonValidated.TryGetValues("Cookie", out var cookies) ? $"{cookies}; " : "";
                    message.Headers.Remove("Cookie");
                    message.Headers.TryAddWithoutValidation("Cookie", own + cookie);
                    break;
                case ApiSecuritySchemeKind.Basic:
                    message.Headers.TryAddWithoutValidation(scheme.Parameter, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value)));
                    break;
                default:
                    Header(message, scheme, scheme.Prefix + value);
                    break;
            }
        }

        private static void Header(HttpRequestMessage message, ApiSecurityScheme scheme, string value)
        {
            HeaderText.Check(scheme.Parameter, value);
            message.Headers.TryAddWithoutValidation(scheme.Parameter, value);
        }
    }
}
