using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Requests;

/// <summary>Requests to the token endpoint of OAuth 2.0: forms with a <c>grant_type</c> (RFC 6749, sections 4 and 6). Their secrets have the names that the standards give them.</summary>
internal static class TokenRequests
{
    /// <summary>What is sent: RFC 6749, 7521 (assertions), 7636 (code verifiers), 8628 (devices) and 8693 (exchange).</summary>
    public static HashSet<string> Secrets { get; } = new(StringComparer.Ordinal)
    {
        "actor_token", "assertion", "client_assertion", "client_secret", "code", "code_verifier", "device_code", "password", "refresh_token", "subject_token",
    };

    /// <summary>What is answered: RFC 6749, section 5.1, and OpenID Connect Core, section 3.1.3.3.</summary>
    public static HashSet<string> Tokens { get; } = new(StringComparer.Ordinal) { "access_token", "id_token", "refresh_token" };

    public static bool Is(StepSymbol step, TypeTable types) => step.Variant is { Body: { Kind: BodyKind.Form } body }
        && (step.Step.RequestBody?.Payload is MappingNode payload && payload["grant_type"] is not null || types.FindProperty(body.Type.NotNull(), "grant_type") is not null);
}
