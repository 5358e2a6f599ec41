using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator.Tests;

/// <summary>An answer, read whole.</summary>
internal sealed record Reply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Code => (string)Json["error"]!["code"]!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, body, response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value.Single(), StringComparer.OrdinalIgnoreCase));
    }

    public string Data(string name) => (string)Json["data"]![name]!;

    public long Number(string name) => (long)Json["data"]![name]!;

    public void ShouldBe(int status, string code) => Assert.Equal((status, code), (Status, Code));
}
