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
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("- a list item", "AListItem")]
    [InlineData("A+", "APlus")]
    [InlineData("O-", "OMinus")]
    [InlineData("C#", "CSharp")]
    [InlineData("c++", "CPlusPlus")]
    [InlineData("50%", "_50Percent")]
    [InlineData("application/problem+json", "ApplicationProblemJson")]
    [InlineData("Etc/GMT+0", "EtcGmtPlus0")]
    [InlineData("Etc/GMT-14", "EtcGmtMinus14")]
    [InlineData("gpt-4", "Gpt4")]
    [InlineData("gpt-3.5-turbo", "Gpt3_5Turbo")]
    [InlineData("2026-11-22", "_2026_11_22")]
    [InlineData("DateCreated<", "DateCreatedLessThan")]
    [InlineData("DateCreated>=", "DateCreatedGreaterThanOrEqual")]
    [InlineData(">=10", "GreaterThanOrEqual10")]
    [InlineData("List<string>", "ListString")]
    [InlineData("*", "Asterisk")]
    [InlineData("<", "LessThan")]
    [InlineData("!=", "NotEqual")]
    [InlineData("-", "Minus")]
    [InlineData(" ", "Space")]
    [InlineData("()", "LeftParenthesisRightParenthesis")]
    [InlineData("\U0001F600", "U1F600")]
    [InlineData("+", "Plus")]
    [InlineData(">=", "GreaterThanOrEqual")]
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
        Assert.Equal("UnderscoreId", names[0]);
        Assert.Equal(names, more[1..4]);
    }

    [Theory]
    [InlineData("id _id @id", "Id UnderscoreId AtId")]
    [InlineData("type @type $type", "Type AtType DollarType")]
    [InlineData("asc ASC Asc", "asc ASC Asc")]
    [InlineData("class CLASS Class", "class_ CLASS Class")]
    [InlineData("foo-bar fooBar foo_bar foo.bar", "FooDashBar FooBar FooUnderscoreBar FooDotBar")]
    [InlineData("Etc/GMT0 Etc/GMT+0 Etc/GMT-0", "EtcGmt0 EtcGmtPlus0 EtcGmtMinus0")]
    [InlineData("a+b a-b a*b", "APlusB ADashB AB")]
    public void Names_that_collide__are_told_apart_by_what_they_say(string texts, string expected) =>
        Assert.Equal(expected.Split(' ').Order(), MemberNames.Assign(texts.Split(' '), static _ => false, "Value", CSharpName.Pascal).Order());

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
