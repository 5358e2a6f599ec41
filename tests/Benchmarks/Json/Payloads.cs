using System.Globalization;
using System.Text.Json;
using Benchmarks.HandWritten;

namespace Benchmarks.Json;

/// <summary>Three shapes of JSON: a small answer (300 bytes), a list (10 KB) and a big nested export (1 MB). The same in every run.</summary>
internal static class Payloads
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 19, 40, 0, TimeSpan.FromHours(2));

    public static byte[] Status { get; } = JsonSerializer.SerializeToUtf8Bytes(
        new StatusAnswer
        {
            Data = new StatusData { Status = "PUBLISH_COMPLETE", PublicalyAvailablePostId = [7602997517160123666, 7602997517160123667], UploadedBytes = 52428800, DownloadedBytes = 0 },
            Error = new StatusError { Code = "ok", Message = "", LogId = "202611221940003C1A5F6B7D8E9F0A1B2C" },
        },
        HandWrittenJson.Default.StatusAnswer);

    public static byte[] Repositories { get; } = JsonSerializer.SerializeToUtf8Bytes(
        [.. Enumerable.Range(0, 11).Select(Repository)], HandWrittenJson.Default.IReadOnlyListRepository);

    public static byte[] Orders { get; } = JsonSerializer.SerializeToUtf8Bytes(
        new OrderExport { ExportedAt = Start, Orders = [.. Enumerable.Range(0, 1000).Select(Order)] }, HandWrittenJson.Default.OrderExport);

    private static Repository Repository(int number) => new()
    {
        Id = 132935648 + number,
        NodeId = "MDEwOlJlcG9zaXRvcnkxMzI5MzU2NDg=",
        Name = Text("boysenberry-repo-", number),
        FullName = Text("octocat/boysenberry-repo-", number),
        Private = false,
        Owner = new Owner { Login = "octocat", Id = 583231, NodeId = "MDQ6VXNlcjU4MzIzMQ==", AvatarUrl = "https://avatars.example.com/u/583231?v=4", HtmlUrl = "https://example.com/octocat", Type = "User", SiteAdmin = false },
        HtmlUrl = Text("https://example.com/octocat/boysenberry-repo-", number),
        Description = number % 3 == 0 ? null : "Testing, with \"quotes\" and a line that is as long as those that people write",
        Fork = number % 2 == 0,
        Url = Text("https://api.example.com/repos/octocat/boysenberry-repo-", number),
        Size = 4 * number,
        StargazersCount = 332,
        WatchersCount = 332,
        Language = number % 4 == 0 ? null : "C#",
        HasIssues = true,
        HasWiki = true,
        Archived = false,
        Topics = ["openapi", "arazzo", "source-generator"],
        License = new License { Key = "mit", Name = "MIT License", SpdxId = "MIT" },
        Permissions = new Permissions { Admin = false, Push = false, Pull = true },
        DefaultBranch = "main",
        CreatedAt = Start.AddDays(-number),
        PushedAt = Start.AddHours(-number),
    };

    private static Order Order(int number) => new()
    {
        Id = new Guid(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
        Number = 4_000_000_000 + number,
        Customer = new Customer { Id = new Guid(number % 50, 2, 3, [3, 4, 5, 6, 7, 8, 9, 10]), Name = "Zoë Müller-Østergård", Email = "zoe@example.com", Address = new Address { Street = "Hauptstraße 1", City = "Köln", PostalCode = "50667", Country = "DE" } },
        Lines = [.. Enumerable.Range(0, 1 + number % 4).Select(Line)],
        Total = 129.95m + number,
        Currency = "EUR",
        PlacedAt = Start.AddMinutes(-number),
        Paid = number % 5 != 0,
        Notes = number % 7 == 0 ? "Please ring twice.\nThen leave it at the door." : null,
    };

    private static OrderLine Line(int number) => new()
    {
        Sku = Text("SKU-000", number),
        Name = "Cable, 2 m, white",
        Quantity = 1 + number,
        UnitPrice = 12.99 + number,
        Weight = number % 2 == 0 ? 0.125 : null,
        Discounts = number % 2 == 0 ? [new Discount { Code = "AUTUMN", Amount = 1.5 }] : null,
        Attributes = new Dictionary<string, string> { ["color"] = "white", ["length"] = "2 m" },
    };

    private static string Text(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
