using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>How a status gives the ids of public posts. TikTok documents the first; integrators have seen the others.</summary>
public enum PostIdForm
{
    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A number when there is one id, else a list of numbers.</summary>
    BareNumber,

    /// <summary>A text when there is one id, else a list of texts.</summary>
    BareText,
}

internal static class PostIdForms
{
    public static JsonNode Write(this PostIdForm form, IReadOnlyList<long> ids)
    {
        var isText = form is PostIdForm.Texts or PostIdForm.BareText;
        var nodes = ids.Select(id => isText ? (JsonNode)id.ToString(CultureInfo.InvariantCulture) : (JsonNode)id).ToArray();
        return nodes.Length == 1 && (form is PostIdForm.BareNumber or PostIdForm.BareText) ? nodes[0] : new JsonArray(nodes);
    }
}
