using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Processes that share a store, a bad line to TikTok, and months of refreshes: as long as no answer is lost after TikTok has acted, nobody has to sign in again.</summary>
public sealed class RefreshStormTests
{
    private const int Processes = 4;
    private const int Rounds = 15;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_refresh_token_is_ever_lost(int seed)
    {
        var random = new Random(seed);
        await using var stage = await SignInStage.SetAsync();
        using var store = new LockingStore(stage.Store);
        var processes = Enumerable.Range(0, Processes).Select(_ => stage.CreateAccounts(store)).ToList();
        var openId = (await processes[0].AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation)).OpenId;

        for (var round = 0; round < Rounds; round++)
        {
            stage.Time.Advance(TimeSpan.FromMinutes(random.Next(60, 300)));
            foreach (var fault in Faults(random))
            {
                stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, fault);
            }
            if (random.Next(3) == 0)
            {
                stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);
            }
            if (random.Next(4) == 0)
            {
                // A process that is started anew knows nothing but the store.
                var index = random.Next(Processes);
                processes[index].Dispose();
                processes[index] = stage.CreateAccounts(store);
            }
            await Task.WhenAll(processes.Select(accounts => UseAsync(accounts.Get(openId))));
        }

        foreach (var accounts in processes)
        {
            await accounts.Get(openId).ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
            accounts.Dispose();
        }
        Assert.True(stage.Refreshes >= Rounds / 3, $"{stage.Refreshes} refreshes");
    }

    /// <summary>Uses the account until it works. What it may run into is a line that is bad, never the end of the sign-in.</summary>
    private static async Task UseAsync(TikTokAccount account)
    {
        while (true)
        {
            try
            {
                await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
                return;
            }
            catch (TikTokRefreshException)
            {
                await Task.Yield();
            }
        }
    }

    private static IEnumerable<Fault> Faults(Random random)
    {
        for (var count = random.Next(4); count > 0; count--)
        {
            yield return random.Next(4) switch
            {
                0 => Fault.DropBeforeReading,
                1 => Fault.Refuse("temporarily_unavailable", 503),
                2 => Fault.Reply(502, "<html>", "text/html"),
                _ => Fault.Delay(TimeSpan.FromSeconds(random.Next(1, 20))),
            };
        }
    }

    private sealed class LockingStore(ITokenStore inner) : ITokenStore, IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);

        public ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken) => inner.FindAsync(openId, cancellationToken);

        public ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken) =>
            inner.TryReplaceAsync(openId, expected, replacement, cancellationToken);

        public async ValueTask<IAsyncDisposable?> LockAsync(string openId, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken);
            return new Turn(_turn);
        }

        public void Dispose() => _turn.Dispose();

        private sealed class Turn(SemaphoreSlim turn) : IAsyncDisposable
        {
            public ValueTask DisposeAsync()
            {
                turn.Release();
                return default;
            }
        }
    }
}
