using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Tokens, secrets and what leads to them are in no text.</summary>
public sealed class RedactionTests
{
    [Fact]
    public async Task No_object_of_a_sign_in_shows_a_secret()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Grant());
        var authorization = stage.SignIn.Begin(new() { RedirectUri = SignInStage.RedirectUri, Scopes = SignInStage.AllScopes });
        var callback = TikTokCallback.Read(await stage.BrowseAsync(authorization.Url!));
        var tokens = await stage.SignIn.CompleteAsync(authorization, callback, SignInStage.Cancellation);
        var account = await stage.Accounts.AddAsync(tokens, SignInStage.Cancellation);
        var clientToken = await stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation);
        string[] secrets = [stage.SignIn.App.ClientSecret, authorization.State, authorization.CodeVerifier!, callback.Code!, tokens.AccessToken, tokens.RefreshToken, clientToken.AccessToken];

        foreach (var thing in new object[] { stage.SignIn.App, stage.SignIn, authorization, callback, tokens, account, stage.Accounts, stage.Store, clientToken })
        {
            foreach (var text in Texts(thing))
            {
                Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task No_failure_and_no_trace_shows_a_secret()
    {
        var seen = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var stage = await SignInStage.SetAsync();
        // Those that are lost with an answer are known by nothing but their beginning.
        var secrets = new List<string> { stage.SignIn.App.ClientSecret, "rft.", "act." };
        var account = await stage.SignInAsync();
        foreach (var fault in new[] { Fault.DropAfterProcessing, Fault.DropInBody, Fault.CutOff, Fault.Reply(500, "{}", afterProcessing: true), Fault.Refuse("invalid_grant") })
        {
            account = await stage.SignInAsync();
            var tokens = await account.GetTokensAsync(SignInStage.Cancellation);
            secrets.AddRange([tokens.AccessToken, tokens.RefreshToken]);
            stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);
            stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, fault);

            var failure = await Assert.ThrowsAnyAsync<ApiException>(() => account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation));

            for (Exception? exception = failure; exception is not null; exception = exception.InnerException)
            {
                lock (seen)
                {
                    seen.AddRange([exception.ToString(), .. Texts(exception), exception is ApiException { RawBody: var body } ? Encoding.UTF8.GetString(body.Span) : ""]);
                }
            }
        }

        lock (seen)
        {
            Assert.NotEmpty(seen);
            Assert.All(seen, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
        }
    }

    /// <summary>What a log or a debugger shows of an object: its text, and the text of each property that a debugger lists.</summary>
    private static IEnumerable<string> Texts(object thing)
    {
        yield return thing.ToString()!;
        foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.Never)
            {
                continue;
            }
            var value = property.GetValue(thing);
            yield return value is IEnumerable items and not string ? string.Join(' ', items.Cast<object>()) : value?.ToString() ?? "";
        }
    }
}
