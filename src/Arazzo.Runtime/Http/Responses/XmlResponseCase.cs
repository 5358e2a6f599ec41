using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose XML body is a <typeparamref name="T"/>: it is turned into JSON, which the type's codec reads.</summary>
internal sealed class XmlResponseCase<T, TCodec>(int status, bool isError, string mediaType, XmlShape shape) : ResponseCase(status, isError, mediaType)
    where TCodec : IJsonCodec<T>
{
    private const string Expected = "an XML body";

    internal override JsonElement ToJson(ApiResponse response)
    {
        if (IsCalledJson(response) || response.RawBody.IsEmpty)
        {
            return base.ToJson(response);
        }
        try
        {
            return JsonBody.Parse(XmlToJson.Convert(Load(response), shape).Span);
        }
        catch (XmlException)
        {
            return default;
        }
    }

    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = null;
        if (response.RawBody.IsEmpty)
        {
            return UnreadableBody.Empty(Expected);
        }
        var isXml = response.MediaType is not { } mediaType || mediaType.EndsWith("/xml", StringComparison.Ordinal) || mediaType.EndsWith("+xml", StringComparison.Ordinal);
        // A page is often well-formed, and would be an object without members.
        if (response.MediaType is "text/html" or "application/xhtml+xml")
        {
            return UnreadableBody.OfType(Expected, response.MediaType, null);
        }
        UnreadableBody? unreadable;
        if (IsCalledJson(response))
        {
            // What is not asked for, but means the same.
            unreadable = JsonBody.ReadValue<T, TCodec>(response.RawBody.Span[JsonBody.ByteOrderMarkLength(response.RawBody.Span)..], out var value, out _);
            body = value;
            return unreadable;
        }
        unreadable = Read(response, out T? converted);
        body = converted;
        return unreadable is null || isXml ? unreadable : UnreadableBody.OfType(Expected, response.MediaType!, unreadable.Exception);
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) =>
        error is T typed ? new ApiException<T>(response, typed, detail) : new ApiException(response, detail);

    private static bool IsCalledJson(ApiResponse response) => response.MediaType is { } mediaType && JsonBody.IsJson(mediaType);

    private static XmlTree Load(ApiResponse response) => XmlTree.Load(response.RawBody, ResponseText.Charset(response.Headers["Content-Type"]));

    private UnreadableBody? Read(ApiResponse response, out T? body)
    {
        XmlTree xml;
        try
        {
            xml = Load(response);
        }
        catch (XmlException exception)
        {
            body = default;
            // What the exception says may quote the document.
            return new($"The XML cannot be read{Place(exception.LineNumber, exception.LinePosition)}: it is malformed, has a DTD, or is nested too deep.", exception);
        }
        var json = XmlToJson.Convert(xml, shape).Span;
        if (JsonBody.ReadConverted<T, TCodec>(json, out body, out var offset) is not { } failure)
        {
            return null;
        }
        var element = XmlToJson.Find(xml, shape, offset);
        // Codecs never quote the text; what other exceptions say is not known.
        var reason = failure is JsonException ? failure.Message : "The text is not valid.";
        return new($"The XML is not what the API's description says{Place(element.Line, element.Position)}. {reason}", failure);
    }

    // Of what comes before the root, the reader knows no place.
    private static string Place(int line, int position) => line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" at line {line}, position {position}");
}
