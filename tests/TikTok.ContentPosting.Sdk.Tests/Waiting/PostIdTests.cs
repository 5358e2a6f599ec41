using System.Text.Json;

namespace TikTok.ContentPosting.Tests.Waiting;

/// <summary>Ids of 19 digits, however TikTok writes them.</summary>
public sealed class PostIdTests
{
    [Theory]
    [InlineData("[7602997517160123666]", 7602997517160123666)]
    [InlineData("[7602997517160123666, 7602997517160123667]", 7602997517160123666, 7602997517160123667)]
    [InlineData("""["7602997517160123666","7602997517160123667"]""", 7602997517160123666, 7602997517160123667)]
    [InlineData("7602997517160123666", 7602997517160123666)]
    [InlineData("\"7602997517160123666\"", 7602997517160123666)]
    [InlineData("""["7602997517160123666",7602997517160123667]""", 7602997517160123666, 7602997517160123667)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("{}")]
    [InlineData("7.602997517160124E+18")]
    [InlineData("92233720368547758070")]
    [InlineData("""[null, true, "x", 7602997517160123666]""", 7602997517160123666)]
    public void An_id_is_exact_and_what_is_none_costs_no_status(string json, params long[] ids)
    {
        var status = JsonSerializer.Deserialize<PublishStatusData>($$"""{"status":"PUBLISH_COMPLETE","publicaly_available_post_id":{{json}},"uploaded_bytes":5}""")!;

        Assert.Equal(ids, status.PostIds);
        Assert.Equal(PublishStatus.PublishComplete, status.Status);
        Assert.Equal(5, status.UploadedBytes);
    }

    [Fact]
    public void A_status_without_ids_has_none() => Assert.Empty(JsonSerializer.Deserialize<PublishStatusData>("{}")!.PostIds);
}
