using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Arazzo.Runtime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>
/// Signs creators in with TikTok, whose OAuth is not everybody's: <c>client_key</c>, commas between scopes, a hexadecimal challenge, errors with status 200. The tokens go to
/// <see cref="TikTokAccounts"/>.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="logger">The logs.</param>
/// <param name="encoder">Encodes URLs.</param>
/// <param name="signIn">Talks to TikTok.</param>
/// <param name="accounts">Keeps the tokens.</param>
public sealed class TikTokAuthenticationHandler(
    IOptionsMonitor<TikTokAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, TikTokSignIn signIn, TikTokAccounts accounts)
    : RemoteAuthenticationHandler<TikTokAuthenticationOptions>(options, logger, encoder)
{
    private const string CodeVerifierKey = "code_verifier";

    /// <inheritdoc/>
    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new TikTokAuthenticationEvents());

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        if (string.IsNullOrEmpty(properties.RedirectUri))
        {
            properties.RedirectUri = OriginalPathBase + OriginalPath + Request.QueryString;
        }
        var verifier = Options.UsePkce ? TikTokPkce.CreateVerifier() : null;
        if (verifier is not null)
        {
            properties.Items[CodeVerifierKey] = verifier;
        }
        GenerateCorrelationId(properties);
        var authorization = signIn.Begin(new TikTokAuthorizationRequest
        {
            RedirectUri = CallbackUri(),
            Scopes = properties.GetParameter<IReadOnlyList<string>>(TikTokChallengeProperties.ScopeParameter) ?? [.. Options.Scope],
            State = Options.StateDataFormat.Protect(properties),
            CodeVerifier = verifier,
            UsePkce = Options.UsePkce,
            DisableAutoAuth = properties.GetParameter<bool?>(TikTokChallengeProperties.DisableAutoAuthParameter) ?? Options.DisableAutoAuth,
        });
        return Options.Events.OnRedirectToTikTok(new RedirectContext<TikTokAuthenticationOptions>(Context, Scheme, Options, properties, authorization.Url!.AbsoluteUri));
    }

    /// <inheritdoc/>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var callback = TikTokCallback.Read(Request.QueryString.Value ?? "");
        var properties = Options.StateDataFormat.Unprotect(callback.State);
        if (properties is null)
        {
            return HandleRequestResult.Fail("The callback's state is missing, or none of this app's.");
        }
        if (!ValidateCorrelationId(properties))
        {
            return HandleRequestResult.Fail("The callback belongs to no sign-in that this browser has begun.", properties);
        }
        if (callback.Error == "access_denied")
        {
            return await HandleAccessDeniedErrorAsync(properties).ConfigureAwait(false);
        }
        var verifier = properties.Items.TryGetValue(CodeVerifierKey, out var kept) ? kept : null;
        properties.Items.Remove(CodeVerifierKey);
        try
        {
            var authorization = new TikTokAuthorization(callback.State!, verifier, CallbackUri());
            var tokens = await signIn.CompleteAsync(authorization, callback, Context.RequestAborted).ConfigureAwait(false);
            return await SignInAsync(tokens, properties).ConfigureAwait(false);
        }
        catch (ApiException failure)
        {
            return HandleRequestResult.Fail(failure, properties);
        }
    }

    private Uri CallbackUri() => new(BuildRedirectUri(Options.CallbackPath));

    private async Task<HandleRequestResult> SignInAsync(TikTokTokens tokens, AuthenticationProperties properties)
    {
        var account = await accounts.AddAsync(tokens, Context.RequestAborted).ConfigureAwait(false);
        var user = await FindUserAsync(account, tokens).ConfigureAwait(false);
        if (user is not null)
        {
            // They have the union id now.
            tokens = await account.GetTokensAsync(Context.RequestAborted).ConfigureAwait(false);
        }
        if (Options.SaveTokens)
        {
            Save(tokens, properties);
        }
        var creating = new TikTokCreatingTicketContext(Context, Scheme, Options, properties, new ClaimsPrincipal(Identity(tokens, user)), account, tokens, user);
        await Options.Events.OnCreatingTicket(creating).ConfigureAwait(false);
        return HandleRequestResult.Success(new AuthenticationTicket(creating.Principal!, creating.Properties, Scheme.Name));
    }

    /// <summary>Who it is, if TikTok says so. Sandboxes refuse to, and a name is not worth a sign-in.</summary>
    private async Task<TikTokUser?> FindUserAsync(TikTokAccount account, TikTokTokens tokens)
    {
        if (!tokens.HasScope(TikTokScopes.UserInfoBasic))
        {
            return null;
        }
        try
        {
            return await account.GetUserAsync(Context.RequestAborted).ConfigureAwait(false);
        }
        catch (ApiException failure)
        {
            SignInLog.NoUser(Logger, failure);
            return null;
        }
    }

    private ClaimsIdentity Identity(TikTokTokens tokens, TikTokUser? user)
    {
        var issuer = ClaimsIssuer;
        var identity = new ClaimsIdentity(Scheme.Name);
        Add(ClaimTypes.NameIdentifier, tokens.OpenId);
        Add(TikTokClaimTypes.OpenId, tokens.OpenId);
        Add(TikTokClaimTypes.UnionId, user?.UnionId);
        Add(ClaimTypes.Name, user?.DisplayName);
        Add(TikTokClaimTypes.DisplayName, user?.DisplayName);
        Add(TikTokClaimTypes.AvatarUrl, user?.AvatarUrl?.ToString());
        foreach (var scope in tokens.Scopes)
        {
            Add(TikTokClaimTypes.Scope, scope);
        }
        return identity;

        void Add(string type, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                identity.AddClaim(new Claim(type, value, ClaimValueTypes.String, issuer));
            }
        }
    }

    private static void Save(TikTokTokens tokens, AuthenticationProperties properties) => properties.StoreTokens(
    [
        new AuthenticationToken { Name = "access_token", Value = tokens.AccessToken },
        new AuthenticationToken { Name = "expires_at", Value = tokens.AccessTokenExpiresAt.ToString("o", CultureInfo.InvariantCulture) },
    ]);
}
