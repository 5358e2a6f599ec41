using Microsoft.Extensions.Time.Testing;
using TikTok.ContentPosting.Tests.Webhooks;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>
/// Demand 26: webhooks whose body was parsed before it was verified, whose content is JSON inside JSON, whose names are misspelt, whose ids were rounded, and which came twice.
/// The ASP.NET Core endpoint's part stands in TikTok.ContentPosting.AspNetCore.Tests.
/// </summary>
public class Demand26_WebhooksTests
{
    [Theory]
    [InlineData("the body as it came", "", true)]
    [InlineData("a body that was parsed and written again", "\n", false)]
    public void The_signature_is_over_the_bytes_as_they_came(string what, string addition, bool isBelieved) =>
        Assert.True(isBelieved == Verifier().TryVerify(Bodies.Utf8(Bodies.PubliclyAvailable + addition), Bodies.Signature, out _, out _), what);

    [Fact]
    public void Content_inside_content_is_read_and_ids_keep_their_19_digits()
    {
        var read = (PostPubliclyAvailableEvent)Verifier().Verify(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Signature);

        Assert.Equal(("v_pub_file~v2-1.1", PublishType.DirectPublish, 7602997517160123666), (read.PublishId, read.PublishType, read.PostId));
        Assert.Equal("post.publish.publicly_available:o:v_pub_file~v2-1.1:7602997517160123666", read.IdempotencyKey);
    }

    [Theory]
    [InlineData("post.publish.no_longer_publicaly_available", typeof(PostNoLongerPubliclyAvailableEvent))]
    [InlineData("post.publish.of_tomorrow", typeof(UnknownEvent))]
    public void Misspelt_and_unknown_names_are_no_failures(string name, Type type) =>
        Assert.IsType(type, Bodies.Event(name, """{"publish_id":"p","post_id":"1"}"""));

    [Fact]
    public void A_secret_can_be_replaced_without_losing_an_event()
    {
        var verifier = new WebhookVerifier(new WebhookVerifierOptions { ClientSecrets = { "the new secret", Bodies.Secret }, TimeProvider = new FakeTimeProvider(Bodies.Time) });

        Assert.True(verifier.TryVerify(Bodies.Utf8(Bodies.PubliclyAvailable), Bodies.Signature, out _, out _));
    }

    private static WebhookVerifier Verifier() =>
        new(new WebhookVerifierOptions { ClientKey = "k", ClientSecrets = { Bodies.Secret }, TimeProvider = new FakeTimeProvider(Bodies.Time) });
}
