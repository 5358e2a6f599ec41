using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 30: several accounts in one process, side by side, none of which sees the tokens of another.</summary>
public sealed class Demand30_SeveralAccountsTests
{
    [Fact]
    public async Task Twenty_creators_post_side_by_side_through_refreshes_of_their_own()
    {
        await using var stage = await SignInStage.SetAsync();
        var creators = Enumerable.Range(0, 20).Select(number => stage.Emulator.AddCreator(new TikTokCreator { Username = $"creator{number}" })).ToList();
        foreach (var creator in creators)
        {
            await stage.SignInAsync(creator: creator);
        }
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);

        var names = await Task.WhenAll(creators.Select(async creator =>
        {
            var answer = await stage.Accounts.Get(creator.OpenId).ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
            return (creator.Username, answer.Data?.CreatorUsername);
        }));

        Assert.All(names, static name => Assert.Equal(name.Username, name.CreatorUsername));
        Assert.Equal(20, stage.Refreshes);
    }
}
