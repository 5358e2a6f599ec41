using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A form of a request.</summary>
internal sealed class FormBody
{
    private readonly Dictionary<string, StringValues> _fields;

    private FormBody(Dictionary<string, StringValues> fields) => _fields = fields;

    public static FormBody Parse(string text) => new(QueryHelpers.ParseQuery(text));

    public static FormBody Of(ReceivedRequest request, ReadOnlyMemory<byte> body) =>
        request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? Parse(Encoding.UTF8.GetString(body.Span))
            : throw new OAuthRefusalException("invalid_request", "The content type must be application/x-www-form-urlencoded.");

    public string Text(string name) => TextOrNull(name) ?? throw new OAuthRefusalException("invalid_request", $"The request parameter {name} is missing.");

    public string? TextOrNull(string name) => _fields.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Texts(string name) => _fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];
}
