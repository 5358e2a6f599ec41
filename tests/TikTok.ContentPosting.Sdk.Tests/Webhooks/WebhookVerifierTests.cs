using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.Tests.Webhooks;

public class WebhookVerifierTests
{
    private const string Hex = "7f90b1642f32472604db2cfa5cb2cb36c85a785b90b5491d229fa9979d8d67d0";

    [Fact]
    public void The_pinned_vector_is_believed()
    {
        var verified = Verifier().Verify(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Signature);

        Assert.Equal(7602997517160123666, Assert.IsType<PostPubliclyAvailableEvent>(verified).PostId);
        Assert.Equal(Bodies.Signature, WebhookSignature.Create(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Secret, Bodies.Time));
    }

    [Theory]
    [InlineData("s=" + Hex + ",t=1770210873")]
    [InlineData(" t=1770210873 , s=" + Hex + " ")]
    [InlineData("t=1770210873,v=2,s=" + Hex)]
    [InlineData("t=1770210873,s=7F90B1642F32472604DB2CFA5CB2CB36C85A785B90B5491D229FA9979D8D67D0")]
    public void A_header_may_be_written_in_other_ways(string header) => Assert.Equal(WebhookRejection.None, Reject(Bodies.PubliclyAvailable, header));

    [Theory]
    [InlineData(null, WebhookRejection.SignatureMissing)]
    [InlineData("", WebhookRejection.SignatureMissing)]
    [InlineData("garbage", WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873", WebhookRejection.SignatureMalformed)]
    [InlineData("s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=,s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=-1,s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=1e9,s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=9999999999999999999,s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873,s=" + Hex + "00", WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873,s=7f90", WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873,s=zz90b1642f32472604db2cfa5cb2cb36c85a785b90b5491d229fa9979d8d67d0", WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873,t=1770210874,s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210873,s=" + Hex + ",s=" + Hex, WebhookRejection.SignatureMalformed)]
    [InlineData("t=1770210874,s=" + Hex, WebhookRejection.SignatureWrong)]
    [InlineData("t=01770210873,s=" + Hex, WebhookRejection.SignatureWrong)]
    [InlineData("t=1770210873,s=8f90b1642f32472604db2cfa5cb2cb36c85a785b90b5491d229fa9979d8d67d0", WebhookRejection.SignatureWrong)]
    [InlineData("t=1770210873,s=7f90b1642f32472604db2cfa5cb2cb36c85a785b90b5491d229fa9979d8d67d1", WebhookRejection.SignatureWrong)]
    public void A_header_that_is_not_TikToks_is_rejected(string? header, WebhookRejection expected) => Assert.Equal(expected, Reject(Bodies.PubliclyAvailable, header));

    [Fact]
    public void A_header_without_end_is_rejected() =>
        Assert.Equal(WebhookRejection.SignatureMalformed, Reject(Bodies.PubliclyAvailable, Bodies.Signature + new string(',', 100_000)));

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("\0")]
    public void A_body_that_was_touched_is_rejected(string addition) =>
        Assert.Equal(WebhookRejection.SignatureWrong, Reject(Bodies.PubliclyAvailable + addition, Bodies.Signature));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"client_key":"k","event":"post.publish.complete","create_time":"soon"}""")]
    [InlineData("""{"client_key":"k","event":"post.publish.complete","create_time":9000000000000000000}""")]
    [InlineData("""{"client_key":"k","event":"post.publish.complete","create_time":1}{}""")]
    [InlineData("\u00ff\u0000")]
    public void A_signed_body_that_is_no_notification_is_unreadable(string body) => Assert.Equal(WebhookRejection.Unreadable, Reject(body, Sign(body)));

    public static TheoryData<string[], bool> Secrets => new()
    {
        { [Bodies.Secret], true },
        { ["new", Bodies.Secret], true },
        { [Bodies.Secret, "new"], true },
        { ["new", "newer"], false },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Any_of_several_secrets_is_enough(string[] secrets, bool isBelieved)
    {
        var options = new WebhookVerifierOptions { TimeProvider = Clock() };
        Array.ForEach(secrets, options.ClientSecrets.Add);

        Assert.Equal(isBelieved, new WebhookVerifier(options).TryVerify(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Signature, out _, out _));
    }

    [Theory]
    [InlineData(0, 300, WebhookRejection.None)]
    [InlineData(300, 300, WebhookRejection.None)]
    [InlineData(301, 300, WebhookRejection.SignatureTooOld)]
    [InlineData(-300, 300, WebhookRejection.None)]
    [InlineData(-301, 300, WebhookRejection.SignatureTooOld)]
    [InlineData(-61, 60, WebhookRejection.SignatureTooOld)]
    [InlineData(-301, 86400, WebhookRejection.SignatureTooOld)]
    [InlineData((72 * 3600) + 300, null, WebhookRejection.None)]
    [InlineData((72 * 3600) + 301, null, WebhookRejection.SignatureTooOld)]
    public void A_signature_may_be_as_old_as_the_tolerance_says(int age, int? tolerance, WebhookRejection expected)
    {
        var options = new WebhookVerifierOptions { ClientSecrets = { Bodies.Secret }, TimeProvider = Clock(age) };
        if (tolerance is { } seconds)
            options.Tolerance = TimeSpan.FromSeconds(seconds);

        new WebhookVerifier(options).TryVerify(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Signature, out var verified, out var rejection);

        Assert.Equal(expected, rejection);
        Assert.Equal(expected == WebhookRejection.None, verified is not null);
    }

    [Theory]
    [InlineData(null, WebhookRejection.None)]
    [InlineData("k", WebhookRejection.None)]
    [InlineData("K", WebhookRejection.OtherApp)]
    [InlineData("", WebhookRejection.OtherApp)]
    public void What_is_for_another_app_is_rejected(string? clientKey, WebhookRejection expected) => Assert.Equal(expected, Reject(Bodies.PubliclyAvailable, Bodies.Signature, clientKey));

    [Theory]
    [InlineData("{}", null, WebhookRejection.SignatureMissing)]
    [InlineData("{}", "t=1", WebhookRejection.SignatureMalformed)]
    [InlineData("{}", Bodies.Signature, WebhookRejection.SignatureWrong)]
    [InlineData(Bodies.PubliclyAvailable, Bodies.Signature, WebhookRejection.OtherApp)]
    public void A_rejection_says_why_and_shows_no_secret(string body, string? header, WebhookRejection rejection)
    {
        var failure = Assert.Throws<WebhookRejectedException>(() => Verifier("another").Verify(Bodies.Utf8(body), header));

        Assert.Equal(rejection, failure.Rejection);
        Assert.DoesNotContain(Hex, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Bodies.Secret, failure + Verifier().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verifier_without_a_secret_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new WebhookVerifier(new WebhookVerifierOptions()));
        Assert.Throws<ArgumentException>(() => new WebhookVerifier("k", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebhookVerifierOptions { Tolerance = TimeSpan.Zero });
    }

    private static FakeTimeProvider Clock(int age = 0) => new(Bodies.Time.AddSeconds(age));

    private static WebhookVerifier Verifier(string? clientKey = null) =>
        new(new WebhookVerifierOptions { ClientKey = clientKey, ClientSecrets = { Bodies.Secret }, TimeProvider = Clock() });

    private static string Sign(string body) => WebhookSignature.Create(Bodies.Utf8(body), Bodies.Secret, Bodies.Time);

    private static WebhookRejection Reject(string body, string? header, string? clientKey = null)
    {
        Verifier(clientKey).TryVerify(Bodies.Utf8(body), header, out _, out var rejection);
        return rejection;
    }
}
