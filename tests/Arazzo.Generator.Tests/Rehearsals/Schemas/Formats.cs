using System.Globalization;

namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>Formats that have an example of their own and can be checked; any other is only a hint.</summary>
internal static class Formats
{
    public static string? Example(string format) => format switch
    {
        "date" => "2026-02-03",
        "date-time" => "2026-02-03T04:05:06Z",
        "time" => "04:05:06Z",
        "duration" => "PT5M",
        "uuid" => "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "uri" or "url" or "uri-reference" => "https://files.example/clip",
        "email" or "idn-email" => "ann@example.com",
        "hostname" => "files.example",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "byte" => "aGVsbG8=",
        _ => null,
    };

    public static bool Accept(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.Length > 10 && text[10] is 'T' or 't' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "uuid" => Guid.TryParse(text, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "ipv4" or "ipv6" => System.Net.IPAddress.TryParse(text, out _),
        _ => true,
    };
}
