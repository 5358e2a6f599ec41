using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>What a request is answered with.</summary>
/// <param name="MediaType">Of the body; null when there is none.</param>
/// <param name="Body">As JSON, whatever it is written in.</param>
/// <param name="Schema">Of the body; null when the description is silent.</param>
internal sealed record Answer(int Status, ImmutableSortedDictionary<string, string> Headers, string? MediaType, JsonNode? Body, Spec? Schema)
{
    /// <summary>No answer at all.</summary>
    public static readonly Answer None = new(0, ImmutableSortedDictionary<string, string>.Empty, null, null, null);

    public XDocument? Xml => BodyReader.IsXml(MediaType) && Body is not null ? new XDocument(XmlValues.Write(Body, Schema, XmlValues.RootName(Schema))) : null;

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Bytes()) };
        if (MediaType is not null)
        {
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        }
        foreach (var (name, value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
        return response;
    }

    private byte[] Bytes() => MediaType is null ? []
        : Xml is { } xml ? Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting))
        : Encoding.UTF8.GetBytes(BodyReader.IsJson(MediaType) ? Body?.ToJsonString() ?? "null" : Json.Print(Body));
}
