using System.Net;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The HTML of the consent page. What comes from the request is text in it, never markup.</summary>
internal static class ConsentPage
{
    public static string Ask(AuthorizeRequest asked, IReadOnlyList<TikTokCreator> creators)
    {
        var options = string.Concat(creators.Select(creator => $"""<option value="{Text(creator.OpenId)}">{Text(creator.Nickname)} (@{Text(creator.Username)})</option>"""));
        var scopes = string.Concat(asked.Scopes.Select(scope => $"""
            <label><input type="checkbox" name="scope" value="{Text(scope)}" checked> <span><b>{Text(TokenScopes.Describe(scope))}</b><small>{Text(scope)}</small></span></label>
            """));
        return Page($"""
            <h1>Sign in to the app?</h1>
            <form method="post">
            <label class="who">Account <select name="creator">{options}</select></label>
            <fieldset><legend>The app would like to</legend>{scopes}</fieldset>
            <button name="answer" value="allow" class="main">Allow</button>
            <button name="answer" value="deny">Deny</button>
            </form>
            <p>You go back to {Text(new Uri(asked.RedirectUri).GetLeftPart(UriPartial.Authority))}</p>
            """);
    }

    public static string Error(string message) => Page($"<h1>Something went wrong</h1><p>{Text(message)}</p>");

    private static string Page(string content) => $$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>TikTok emulator: sign in</title><link rel="icon" href="data:,">
        <style>
        :root { color-scheme: light dark; --page: #f5f5f6; --card: #fff; --text: #161823; --faint: #6b6c74; --line: #d0d1d3; --main: #fe2c55; }
        @media (prefers-color-scheme: dark) { :root { --page: #121212; --card: #1e1e20; --text: #f1f1f2; --faint: #9a9ba3; --line: #34343a; --main: #ff4a6e; } }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: var(--page); color: var(--text); }
        main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: var(--card); border-radius: 12px; box-shadow: 0 2px 16px #0001; }
        h1 { font-size: 1.4rem; margin: 0 0 1rem; } p, small { color: var(--faint); font-size: .85rem; } small { display: block; }
        fieldset { border: 0; padding: 0; margin: 1rem 0; } legend { padding: 0; font-weight: 600; margin-bottom: .5rem; }
        label { display: flex; gap: .75rem; align-items: start; padding: .4rem 0; } .who { align-items: center; } select { flex: 1; min-width: 0; font: inherit; padding: .4rem; }
        button { width: 100%; font: inherit; font-weight: 600; padding: .7rem; margin-top: .5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; cursor: pointer; }
        button.main { background: var(--main); border-color: var(--main); color: #fff; }
        </style></head><body><main>
        {{content}}
        <p>This is an emulator. No TikTok account is involved.</p>
        </main></body></html>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
