using Microsoft.AspNetCore.Authentication;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What one sign-in wants otherwise than the options say: <c>Results.Challenge(new TikTokChallengeProperties { DisableAutoAuth = true }, ["TikTok"])</c>.</summary>
public sealed class TikTokChallengeProperties : AuthenticationProperties
{
    internal const string ScopeParameter = "scope";
    internal const string DisableAutoAuthParameter = "disable_auto_auth";

    /// <summary>The scopes to ask for, such as those that a creator refused before; null for those of the options.</summary>
    public IReadOnlyList<string>? Scope
    {
        get => GetParameter<IReadOnlyList<string>>(ScopeParameter);
        set => SetParameter(ScopeParameter, value);
    }

    /// <summary>Whether the consent page is shown to a creator who has consented before, as it takes to switch accounts; null for what the options say.</summary>
    public bool? DisableAutoAuth
    {
        get => GetParameter<bool?>(DisableAutoAuthParameter);
        set => SetParameter(DisableAutoAuthParameter, value);
    }
}
