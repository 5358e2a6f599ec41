using System.Text.Json.Serialization;

namespace Benchmarks.HandWritten;

// The types of specs/payloads.yml as one writes them for System.Text.Json.
public sealed class StatusRequest { public required string PublishId { get; set; } }

public sealed class StatusAnswer { public StatusData? Data { get; set; } public required StatusError Error { get; set; } }

public sealed class StatusData
{
    public string? Status { get; set; }
    public string? FailReason { get; set; }
    public IReadOnlyList<long>? PublicalyAvailablePostId { get; set; }
    public long? UploadedBytes { get; set; }
    public long? DownloadedBytes { get; set; }
}

public sealed class StatusError { public required string Code { get; set; } public required string Message { get; set; } public required string LogId { get; set; } }

public sealed class Owner
{
    public required string Login { get; set; }
    public required long Id { get; set; }
    public string? NodeId { get; set; }
    public string? AvatarUrl { get; set; }
    public string? HtmlUrl { get; set; }
    public string? Type { get; set; }
    public bool? SiteAdmin { get; set; }
}

public sealed class License { public string? Key { get; set; } public string? Name { get; set; } public string? SpdxId { get; set; } }

public sealed class Permissions { public required bool Admin { get; set; } public required bool Push { get; set; } public required bool Pull { get; set; } }

public sealed class Repository
{
    public required long Id { get; set; }
    public string? NodeId { get; set; }
    public required string Name { get; set; }
    public required string FullName { get; set; }
    public required bool Private { get; set; }
    public required Owner Owner { get; set; }
    public string? HtmlUrl { get; set; }
    public string? Description { get; set; }
    public required bool Fork { get; set; }
    public string? Url { get; set; }
    public string? Homepage { get; set; }
    public int? Size { get; set; }
    public int? StargazersCount { get; set; }
    public int? WatchersCount { get; set; }
    public string? Language { get; set; }
    public bool? HasIssues { get; set; }
    public bool? HasWiki { get; set; }
    public bool? Archived { get; set; }
    public IReadOnlyList<string>? Topics { get; set; }
    public License? License { get; set; }
    public Permissions? Permissions { get; set; }
    public string? DefaultBranch { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? PushedAt { get; set; }
}

public sealed class Address { public required string Street { get; set; } public required string City { get; set; } public string? PostalCode { get; set; } public required string Country { get; set; } }

public sealed class Customer { public required Guid Id { get; set; } public required string Name { get; set; } public string? Email { get; set; } public Address? Address { get; set; } }

public sealed class Discount { public required string Code { get; set; } public required double Amount { get; set; } }

public sealed class OrderLine
{
    public required string Sku { get; set; }
    public required string Name { get; set; }
    public required int Quantity { get; set; }
    public required double UnitPrice { get; set; }
    public double? Weight { get; set; }
    public IReadOnlyList<Discount>? Discounts { get; set; }
    public IReadOnlyDictionary<string, string>? Attributes { get; set; }
}

public sealed class Order
{
    public required Guid Id { get; set; }
    public required long Number { get; set; }
    public required Customer Customer { get; set; }
    public required IReadOnlyList<OrderLine> Lines { get; set; }
    public required decimal Total { get; set; }
    public string? Currency { get; set; }
    public required DateTimeOffset PlacedAt { get; set; }
    public bool? Paid { get; set; }
    public string? Notes { get; set; }
}

public sealed class OrderExport { public DateTimeOffset? ExportedAt { get; set; } public required IReadOnlyList<Order> Orders { get; set; } }

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusRequest))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(IReadOnlyList<Repository>))]
[JsonSerializable(typeof(OrderExport))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
