using System.Text;
using System.Text.Json;
using TikTok.ContentPosting.Tests.Uploads;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 29: tokens and upload URLs turn up in logs. Here every type that has a secret hides it in whatever text is made of it.</summary>
public sealed class Demand29_SecretsAreNowhereTests
{
    [Fact]
    public async Task The_upload_URL_is_handed_out_in_one_way_only()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.UploadChunk, Fault.Reply(400));

        var failure = await Assert.ThrowsAsync<VideoUploadException>(() => stage.UploadAsync());

        var session = failure.Session;
        var secret = session.UploadUrl.Reveal().Split("upload_token=")[1];
        Assert.True(secret.Length > 10);
        string[] texts =
        [
            session.ToString(),
            session.UploadUrl.ToString(),
            $"{session} {session.UploadUrl} {failure.Message} {failure}",
            Encoding.UTF8.GetString(session.ToUtf8Json()),
            JsonSerializer.Serialize(session),
            JsonSerializer.Serialize(session.UploadUrl),
            .. stage.Progress.Select(static progress => progress.ToString()),
        ];
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(stage.Emulator.AccessToken, text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_access_token_is_on_no_chunk()
    {
        await using var stage = await UploadStage.SetAsync();

        await stage.UploadAsync(options: new VideoUploadOptions { AccessToken = stage.Emulator.AccessToken });

        Assert.All(stage.Puts, static put => Assert.False(put.Headers.ContainsKey("Authorization")));
    }
}
