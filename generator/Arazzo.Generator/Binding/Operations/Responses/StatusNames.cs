using System.Globalization;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Statuses as documents write them and as C# names them.</summary>
internal static class StatusNames
{
    /// <summary>The key: a status, a range by its first digit, or 0 for <c>default</c>. Null for anything else, and for 1xx, which no caller gets to see.</summary>
    public static int? Parse(string key)
    {
        if (key == "default")
        {
            return 0;
        }
        if (key.Length == 3 && key[0] is >= '2' and <= '5' && (key[1] is 'X' or 'x') && (key[2] is 'X' or 'x'))
        {
            return key[0] - '0';
        }
        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and < 600 ? status : null;
    }

    /// <summary>The first digit of the statuses that it stands for; 0 for <c>default</c>.</summary>
    public static int Class(int status) => status < 10 ? status : status / 100;

    /// <summary>The name of a success, after RFC 9110, section 15.</summary>
    public static string Name(int status) => status switch
    {
        0 => "Default",
        2 => "Success",
        3 => "Redirection",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritative",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "IMUsed",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        _ => "Status" + status.ToString(CultureInfo.InvariantCulture),
    };
}
