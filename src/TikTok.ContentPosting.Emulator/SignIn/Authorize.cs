namespace TikTok.ContentPosting.Emulator;

/// <summary>TikTok's consent page, and what becomes of the creator's answer.</summary>
internal sealed class Authorize(string method) : Endpoint
{
    public const string PagePath = "/v2/auth/authorize/";

    public override EmulatorOperation Operation => EmulatorOperation.Authorize;

    public override string Method => method;

    public override string Path => PagePath;

    public override Answer Handle(Platform platform, ReceivedRequest request, ReadOnlyMemory<byte> body, string logId)
    {
        var query = FormBody.Parse(request.Path[PagePath.Length..]);
        try
        {
            var asked = AuthorizeRequest.Read(query, platform.Options);
            try
            {
                asked.Check(query);
                return Answer(platform, asked, method == "POST" ? FormBody.Of(request, body) : null, logId);
            }
            catch (OAuthRefusalException refusal)
            {
                return Emulator.Answer.Redirect(asked.Back(("error", refusal.Error), ("error_description", refusal.Message)), logId);
            }
        }
        catch (OAuthRefusalException refusal)
        {
            return Emulator.Answer.Html(ConsentPage.Error(refusal.Message), 400, logId);
        }
    }

    private static Answer Answer(Platform platform, AuthorizeRequest asked, FormBody? form, string logId)
    {
        if (platform.Consents.TryDequeue(out var answer) || (answer = Automatic(platform, asked, form)) is not null)
            return Emulator.Answer.Redirect(GoBack(platform, asked, answer), logId);
        return Emulator.Answer.Html(ConsentPage.Ask(asked, platform.Creators.ToList()), 200, logId);
    }

    private static ConsentAnswer? Automatic(Platform platform, AuthorizeRequest asked, FormBody? form)
    {
        if (form is null && platform.Options.ConsentAutomatically)
            return ConsentAnswer.Grant();
        if (form is null)
            return asked.SkipsConsent && platform.Tokens.FindConsent(asked.Scopes) is { } creator ? ConsentAnswer.Grant(creator) : null;
        return form.TextOrNull("answer") == "allow"
            ? ConsentAnswer.Grant(platform.Creators.FindByOpenId(form.TextOrNull("creator")), form.Texts("scope"))
            : ConsentAnswer.Deny;
    }

    private static string GoBack(Platform platform, AuthorizeRequest asked, ConsentAnswer answer)
    {
        var granted = answer.Scopes is { } scopes ? [.. asked.Scopes.Where(scopes.Contains)] : asked.Scopes;
        if (!answer.IsGranted || granted.Count == 0)
            return asked.Back(("error", "access_denied"), ("error_description", "User denied access."));
        var creator = answer.Creator ?? platform.Creators.ToList()[0];
        var code = platform.Tokens.Consent(creator, granted, asked.RedirectUri, asked.Challenge);
        return asked.Back(("code", code), ("scopes", string.Join(',', granted)));
    }
}
