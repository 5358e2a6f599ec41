using System.Collections.Concurrent;
using TikTok.ContentPosting;

namespace CreatorStudio.Composing;

/// <summary>
/// The forms that creators look at. A change of a choice is answered from the settings that the page was shown with, because TikTok allows 20 queries a minute; a post that
/// is sent is checked against fresh ones.
/// </summary>
public sealed class FormCache(TikTokAccounts accounts)
{
    private readonly ConcurrentDictionary<(string OpenId, PostKind Kind), PostForm> _forms = new();

    /// <returns>The form; null for a creator who has allowed drafts only, whose settings cannot be read.</returns>
    public async Task<PostForm?> ReadAsync(string openId, PostKind kind, ComposeInput input, CancellationToken cancellationToken)
    {
        var account = accounts.Get(openId);
        if (!await account.HasScopeAsync(TikTokScopes.VideoPublish, cancellationToken))
        {
            return null;
        }
        var client = account.ContentPosting;
        var form = kind == PostKind.Video
            ? await client.GetVideoFormAsync(input.ToChoices(), input.VideoDuration, cancellationToken: cancellationToken)
            : await client.GetPhotoFormAsync(input.ToChoices(), cancellationToken: cancellationToken);
        return _forms[(openId, kind)] = form;
    }

    public async Task<PostForm?> ChangeAsync(string openId, PostKind kind, ComposeInput input, CancellationToken cancellationToken) =>
        _forms.TryGetValue((openId, kind), out var form)
            ? form.With(input.ToChoices(), input.VideoDuration)
            : await ReadAsync(openId, kind, input, cancellationToken);
}
