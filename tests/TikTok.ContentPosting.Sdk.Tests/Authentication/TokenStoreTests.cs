using System.Security.Cryptography;
using System.Text;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Where tokens are kept.</summary>
public sealed class TokenStoreTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static number => (byte)number)];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tokens");

    public static TheoryData<string> Stores => ["memory", "file"];

    private string FilePath => Path.Combine(_folder.FullName, "tokens.bin");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_stored_is_found(string kind)
    {
        var store = Create(kind);
        var tokens = Tokens("one");

        Assert.Null(await store.FindAsync("one", SignInStage.Cancellation));
        Assert.True(await store.TryReplaceAsync("one", null, tokens, SignInStage.Cancellation));
        Assert.True(await store.TryReplaceAsync("two", null, Tokens("two"), SignInStage.Cancellation));

        Equal(tokens, await store.FindAsync("one", SignInStage.Cancellation));
    }

    [Theory]
    [InlineData("memory", "none", "none", true)]
    [InlineData("memory", "first", "none", false)]
    [InlineData("memory", "first", "first", true)]
    [InlineData("memory", "first", "second", false)]
    [InlineData("memory", "none", "first", false)]
    [InlineData("file", "none", "none", true)]
    [InlineData("file", "first", "none", false)]
    [InlineData("file", "first", "first", true)]
    [InlineData("file", "first", "second", false)]
    [InlineData("file", "none", "first", false)]
    public async Task Tokens_are_replaced_only_by_whoever_knows_them(string kind, string there, string expected, bool isReplaced)
    {
        var store = Create(kind);
        var known = new Dictionary<string, TikTokTokens?> { ["none"] = null, ["first"] = Tokens("one"), ["second"] = Tokens("one") };
        if (known[there] is { } first)
        {
            await store.TryReplaceAsync("one", null, first, SignInStage.Cancellation);
        }
        var replacement = Tokens("one");

        Assert.Equal(isReplaced, await store.TryReplaceAsync("one", known[expected], replacement, SignInStage.Cancellation));

        Assert.Equal((isReplaced ? replacement : known[there])?.Version, (await store.FindAsync("one", SignInStage.Cancellation))?.Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Tokens_are_removed_only_by_whoever_knows_them(string kind)
    {
        var store = Create(kind);
        var tokens = Tokens("one");
        await store.TryReplaceAsync("one", null, tokens, SignInStage.Cancellation);

        Assert.False(await store.TryReplaceAsync("one", Tokens("one"), null, SignInStage.Cancellation));
        Assert.True(await store.TryReplaceAsync("one", tokens, null, SignInStage.Cancellation));
        Assert.Null(await store.FindAsync("one", SignInStage.Cancellation));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_many_who_replace_at_once_one_does(string kind)
    {
        var store = Create(kind);
        var tokens = Tokens("one");
        await store.TryReplaceAsync("one", null, tokens, SignInStage.Cancellation);

        // Each with a store of its own, as processes have.
        var wins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            await (kind == "file" ? Create(kind) : store).TryReplaceAsync("one", tokens, Tokens("one"), SignInStage.Cancellation))));

        Assert.Single(wins, static won => won);
    }

    [Fact]
    public async Task The_file_shows_nothing_and_is_its_owners_alone()
    {
        var store = new EncryptedFileTokenStore(FilePath, Key);
        var tokens = Tokens("one");
        await store.TryReplaceAsync("one", null, tokens, SignInStage.Cancellation);

        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(FilePath, SignInStage.Cancellation));
        foreach (var secret in new[] { tokens.AccessToken, tokens.RefreshToken, tokens.OpenId, "access_token", TikTokScopes.VideoUpload })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
        Assert.Equal(["one"], await store.ListOpenIdsAsync(SignInStage.Cancellation));
        Assert.DoesNotContain(_folder.GetFiles(), static file => file.Extension == ".tmp");
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("a changed byte")]
    [InlineData("cut off")]
    [InlineData("no file of tokens")]
    [InlineData("empty")]
    public async Task A_file_that_cannot_be_decrypted_is_left_as_it_is(string what)
    {
        await new EncryptedFileTokenStore(FilePath, Key).TryReplaceAsync("one", null, Tokens("one"), SignInStage.Cancellation);
        var bytes = await File.ReadAllBytesAsync(FilePath, SignInStage.Cancellation);
        var damaged = what switch
        {
            "a changed byte" => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)],
            "cut off" => bytes[..^3],
            "no file of tokens" => """{"access_token":"act.1","padding":"0123456789012345678901234567890"}"""u8.ToArray(),
            "empty" => [],
            _ => bytes,
        };
        await File.WriteAllBytesAsync(FilePath, damaged, SignInStage.Cancellation);
        using var store = new EncryptedFileTokenStore(FilePath, what == "another key" ? RandomNumberGenerator.GetBytes(32) : Key);

        await Assert.ThrowsAsync<CryptographicException>(async () => await store.FindAsync("one", SignInStage.Cancellation));
        await Assert.ThrowsAsync<CryptographicException>(async () => await store.TryReplaceAsync("two", null, Tokens("two"), SignInStage.Cancellation));

        Assert.Equal(damaged, await File.ReadAllBytesAsync(FilePath, SignInStage.Cancellation));
    }

    [Fact]
    public async Task A_lock_of_one_creator_keeps_others_out_until_it_is_disposed()
    {
        var one = new EncryptedFileTokenStore(FilePath, Key);
        var other = new EncryptedFileTokenStore(FilePath, Key);
        var held = await one.LockAsync("one", SignInStage.Cancellation);

        var waiting = other.LockAsync("one", SignInStage.Cancellation).AsTask();
        await using (await other.LockAsync("two", SignInStage.Cancellation))
        {
            // What another creator does is nobody's concern, and the table is not what is locked.
            Assert.True(await other.TryReplaceAsync("one", null, Tokens("one"), SignInStage.Cancellation));
        }
        Assert.False(waiting.IsCompleted);
        await held!.DisposeAsync();

        await using var next = await waiting;
    }

    [Fact]
    public async Task Whoever_waits_for_a_lock_can_give_up()
    {
        var store = new EncryptedFileTokenStore(FilePath, Key);
        await using var held = await store.LockAsync("one", SignInStage.Cancellation);
        using var enough = new CancellationTokenSource();

        var waiting = store.LockAsync("one", enough.Token).AsTask();
        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_at_once()
    {
        using var store = new EncryptedFileTokenStore(Path.Combine(_folder.FullName, "none", "tokens.bin"), Key);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(async () => await store.TryReplaceAsync("one", null, Tokens("one"), SignInStage.Cancellation));
    }

    [Fact]
    public async Task A_lock_that_cannot_be_had_at_all_is_said_at_once()
    {
        Directory.CreateDirectory(FilePath + ".lock");
        using var store = new EncryptedFileTokenStore(FilePath, Key);

        await Assert.ThrowsAnyAsync<SystemException>(async () => await store.TryReplaceAsync("one", null, Tokens("one"), SignInStage.Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_has_32_bytes(int length) => Assert.Throws<ArgumentException>(() => new EncryptedFileTokenStore(FilePath, new byte[length]));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"open_id":"one","access_token":5}""")]
    public void What_is_no_json_of_tokens_is_refused_without_being_shown(string json)
    {
        var failure = Assert.Throws<FormatException>(() => TikTokTokens.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Null(failure.InnerException);
    }

    [Fact]
    public void Tokens_survive_their_json()
    {
        var tokens = Tokens("one");

        Equal(tokens, TikTokTokens.Parse(tokens.ToUtf8Json()));
    }

    [Fact]
    public async Task Two_tools_that_share_a_file_refresh_once()
    {
        await using var stage = await SignInStage.SetAsync();
        var tokens = await stage.GetTokensAsync();
        using var one = stage.CreateAccounts(new EncryptedFileTokenStore(FilePath, Key));
        using var other = stage.CreateAccounts(new EncryptedFileTokenStore(FilePath, Key));
        await one.AddAsync(tokens, SignInStage.Cancellation);
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);

        var results = await Task.WhenAll(
            one.Get(tokens.OpenId).GetTokensAsync(SignInStage.Cancellation).AsTask(), other.Get(tokens.OpenId).GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.Equal(results[0].AccessToken, results[1].AccessToken);
        Assert.Equal(1, stage.Refreshes);
    }

    private static TikTokTokens Tokens(string openId) => new()
    {
        OpenId = openId,
        UnionId = "union",
        AccessToken = $"act.{Guid.NewGuid():N}",
        AccessTokenExpiresAt = new DateTimeOffset(2026, 11, 22, 14, 0, 0, 123, TimeSpan.Zero),
        RefreshToken = $"rft.{Guid.NewGuid():N}",
        RefreshTokenExpiresAt = new DateTimeOffset(2027, 11, 22, 14, 0, 0, TimeSpan.Zero),
        Scopes = [TikTokScopes.VideoUpload, TikTokScopes.UserInfoBasic],
        GrantedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
    };

    private static void Equal(TikTokTokens expected, TikTokTokens? found)
    {
        Assert.NotNull(found);
        Assert.Equal(
            (expected.OpenId, expected.UnionId, expected.AccessToken, expected.AccessTokenExpiresAt, expected.RefreshToken, expected.RefreshTokenExpiresAt),
            (found.OpenId, found.UnionId, found.AccessToken, found.AccessTokenExpiresAt, found.RefreshToken, found.RefreshTokenExpiresAt));
        Assert.Equal((expected.GrantedAt, expected.Version), (found.GrantedAt, found.Version));
        Assert.Equal(expected.Scopes, found.Scopes);
    }

    private ITokenStore Create(string kind) => kind == "memory" ? new InMemoryTokenStore() : new EncryptedFileTokenStore(FilePath, Key);
}
