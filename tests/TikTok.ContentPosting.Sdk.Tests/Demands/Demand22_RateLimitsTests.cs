using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 22: 6, 20 and 30 requests a minute for each token, and TikTok does not say when to come back. All of it is in <c>QuotaTests</c>.</summary>
public sealed class Demand22_RateLimitsTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(41)]
    public async Task A_client_keeps_the_limit_by_itself(int queries)
    {
        await using var stage = await Stage.SetAsync();
        var started = stage.Time.GetUtcNow();

        for (var index = 0; index < queries; index++)
        {
            await stage.Account.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
        }

        Assert.Equal(queries, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.Equal((queries - 1) / 20, (int)(stage.Time.GetUtcNow() - started).TotalMinutes);
    }
}
