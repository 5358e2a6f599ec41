using Arazzo.Generator.Binding.Names;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Binding;

public class CSharpNameTests
{
    [Theory]
    [InlineData("SEND_TO_USER_INBOX", "SendToUserInbox")]
    [InlineData("inbox-draft-upload", "InboxDraftUpload")]
    [InlineData("publish_id", "PublishId")]
    [InlineData("publishId", "PublishId")]
    [InlineData("OAuthToken", "OAuthToken")]
    [InlineData("filter[tag]", "FilterTag")]
    [InlineData("$top", "Top")]
    [InlineData("3_body", "_3Body")]
    [InlineData("", "Empty")]
    [InlineData("+1", "_1")]
    [InlineData("+", "Plus")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("名前", "名前")]
    [InlineData("a\u200Bb", "AB")]
    [InlineData("x; } class Evil {", "XClassEvil")]
    public void Pascal_case(string text, string expected) => Assert.Equal(expected, CSharpName.Pascal(text));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("publish_id", "publishId")]
    [InlineData("URL", "url")]
    [InlineData("int", "@int")]
    public void Camel_case_escapes_what_csharp_reserves(string text, string expected) => Assert.Equal(expected, CSharpName.Camel(text));

    [Fact]
    public void Whatever_the_text__an_identifier()
    {
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(0x10000))]);
            Assert.True(SyntaxFacts.IsValidIdentifier(CSharpName.Pascal(text)), text);
        }
    }

    [Fact]
    public void Names_that_collide__the_plainer_text_keeps_the_name_and_an_unrelated_sibling_changes_nothing()
    {
        var names = MemberNames.Assign(["_id", "id", "name"], static _ => false, "Value", CSharpName.Pascal);
        var more = MemberNames.Assign(["aaa", "_id", "id", "name", "zzz"], static _ => false, "Value", CSharpName.Pascal);
        Assert.Equal("Id", names[1]);
        Assert.StartsWith("Id_", names[0], StringComparison.Ordinal);
        Assert.Equal(names, more[1..4]);
    }

    [Fact]
    public void Names_that_a_class_has_anyway__get_their_role()
    {
        var names = MemberNames.Assign(["to_string"], static name => name == "ToString", "Value", CSharpName.Pascal);
        Assert.Equal(["ToStringValue"], names);
    }

    [Fact]
    public void A_type_name_that_is_taken__the_alternatives_in_order_then_a_fingerprint()
    {
        var types = new TypeNames();
        Assert.Equal("Error", types.Claim("N", "Error", [], "a"));
        Assert.Equal("ErrorModel", types.Claim("N", "error", ["ErrorModel"], "b"));
        Assert.Equal("Error", types.Claim("M", "Error", [], "c"));
        var last = types.Claim("N", "Error", ["ErrorModel"], "d");
        Assert.StartsWith("Error_", last, StringComparison.Ordinal);
    }
}
