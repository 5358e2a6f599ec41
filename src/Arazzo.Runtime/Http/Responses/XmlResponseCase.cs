using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose XML body is a <typeparamref name="T"/>.</summary>
internal sealed class XmlResponseCase<T, TCodec>(int status, bool isError, string mediaType, XmlShape shape) : ResponseCase(status, isError, mediaType)
    where TCodec : IJsonCodec<T>
{
    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = null;
        if (response.RawBody.IsEmpty)
        {
            return UnreadableBody.Empty("an XML body");
        }
        try
        {
            var json = XmlToJson.Convert(response.RawBody, shape);
            var unreadable = JsonBody.ReadValue<T, TCodec>(json.Span, out var value, out _);
            body = value;
            return unreadable is null ? null : unreadable with { Detail = "The XML is not what the API's description says. As JSON: " + unreadable.Detail };
        }
        catch (XmlException exception)
        {
            // What the exception says may quote the document.
            var place = exception.LineNumber == 0 ? "" : $" at line {exception.LineNumber}, position {exception.LinePosition}";
            var unreadable = new UnreadableBody($"The XML cannot be read{place}.", exception);
            return response.MediaType is not { } type || type.Contains("xml", StringComparison.OrdinalIgnoreCase) ? unreadable : UnreadableBody.OfType("an XML body", type, exception);
        }
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) =>
        error is T typed ? new ApiException<T>(response, typed, detail) : new ApiException(response, detail);
}
