using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Parameters outside of the path.</summary>
public abstract partial class ApiRequest
{
    // The path may have a query of its own.
    private string QueryStart => Url.Written.Contains('?') ? "&" : "?";

    private protected void AddQuery(string name, ReadOnlySpan<char> value, bool allowReserved, string argument)
    {
        ArgumentText.Check(value, argument);
        StartQuery();
        Url.Append(QueryStart);
        Url.AppendEscaped(name);
        Url.Append('=');
        Url.AppendEscaped(value, Escaping(allowReserved));
    }

    private protected ParameterWriter QueryWriter(string name, ParameterStyle style, bool explode, bool allowReserved, string argument)
    {
        StartQuery();
        return new ParameterWriter(ref Url, name, ParameterFormat.Of(style, explode), Escaping(allowReserved), QueryStart) { Argument = argument };
    }

    private protected void AddQueryString(string text, TextEscaping escaping, string argument)
    {
        ArgumentText.Check(text, argument);
        StartQuery();
        Url.Append(QueryStart);
        Url.AppendEscaped(text, escaping);
    }

    /// <summary>
    /// Sets the query to the members of an object: scalars as they are, those of an array one by one, and what is nested as JSON text (OpenAPI, Encoding Object,
    /// <c>contentType</c>), unless an encoding says otherwise.
    /// </summary>
    private protected void AddForm(ReadOnlySpan<byte> json, ReadOnlySpan<FormEncoding> encodings, string argument)
    {
        StartQuery();
        var members = new JsonMembers(json);
        while (members.Read())
        {
            if (FormEncoding.Find(encodings, members.Name) is { } encoding)
            {
                new ParameterWriter(ref Url, members.Name, encoding.Format, encoding.Escaping, QueryStart) { Argument = argument }.Json(members.Value);
                continue;
            }
            var writer = new ParameterWriter(ref Url, members.Name, ParameterFormat.Of(ParameterStyle.Form, explode: true), TextEscaping.Form, QueryStart) { Argument = argument };
            if (members.Kind == JsonTokenType.StartArray)
            {
                var items = new JsonMembers(members.Value);
                while (items.Read())
                {
                    writer.Item(items.Kind, items.Value);
                }
                items.Dispose();
            }
            else
            {
                writer.Item(members.Kind, members.Value);
            }
        }
        members.Dispose();
    }

    private protected string JsonText<TValue, TCodec>(TValue value)
        where TCodec : IJsonCodec<TValue>
    {
        using var json = Scratch.Write<TValue, TCodec>(value);
        return Encoding.UTF8.GetString(json.Written);
    }

    private protected static ParameterWriter HeaderWriter(ref UrlBuffer target, bool explode, string argument, char separator = ',') =>
        new(ref target, "", ParameterFormat.Of(ParameterStyle.Simple, explode) with { Joiner = separator == ',' ? "," : separator.ToString() }, TextEscaping.None, "") { Argument = argument };

    private protected void AddHeaderUnlessEmpty(string name, ref UrlBuffer text, string argument)
    {
        if (text.Length > 0)
        {
            AddHeader(name, text.TakeText(), argument);
        }
        text.Release();
    }

    private protected void AddHeader(string name, string value, string argument)
    {
        HeaderText.Check(name, value, argument);
        if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            // Beside cookie parameters it is more of the same.
            Cookies = Cookies is null ? value : $"{Cookies}; {value}";
            return;
        }
        // One is usual: the token that a step of a workflow sends.
        (Headers ??= new(1)).Add(new(name, value));
    }

    /// <summary>Adds what a writer left behind: nothing when it is empty.</summary>
    private protected void AddCookies(ref UrlBuffer text, string argument)
    {
        if (text.Length > 0)
        {
            var cookies = text.TakeText();
            HeaderText.Check("Cookie", cookies, argument);
            Cookies = Cookies is null ? cookies : $"{Cookies}; {cookies}";
        }
        text.Release();
    }

    private protected void AddCookie(string name, ReadOnlySpan<char> value, bool isRaw, string argument)
    {
        var text = default(UrlBuffer);
        CookieWriter(ref text, name, isRaw, explode: false, argument).Item(value);
        AddCookies(ref text, argument);
    }

    private protected static ParameterWriter CookieWriter(ref UrlBuffer target, string name, bool isRaw, bool explode, string argument) =>
        new(ref target, name, ParameterFormat.Of(ParameterStyle.Cookie, explode), isRaw ? TextEscaping.Cookie : TextEscaping.Unreserved, "") { Argument = argument };

    private protected static bool IsGiven<TValue>([NotNullWhen(true)] TValue? value, bool required, string argument) =>
        value is not null || (required ? throw ArgumentText.Missing(argument) : false);

    private protected bool IsHeaderGiven<TValue>(string name, [NotNullWhen(true)] TValue? value, bool required, string argument)
    {
        if (value is not null)
        {
            return true;
        }
        var isNeeded = required && !Pipeline.Client.DefaultRequestHeaders.NonValidated.Contains(name);
        if (Default(Pipeline.Options.Parameters.Headers, name, isNeeded, argument) is { } text)
        {
            AddHeader(name, text, argument);
        }
        return false;
    }

    private protected bool IsQueryGiven<TValue>(string name, [NotNullWhen(true)] TValue? value, bool required, string argument)
    {
        if (value is not null)
        {
            return true;
        }
        if (Default(Pipeline.Options.Parameters.Query, name, required, argument) is { } text)
        {
            AddQuery(name, text, allowReserved: false, argument);
        }
        return false;
    }

    private protected bool IsCookieGiven<TValue>(string name, [NotNullWhen(true)] TValue? value, bool required, string argument)
    {
        if (value is not null)
        {
            return true;
        }
        if (Default(Pipeline.Options.Parameters.Cookies, name, required, argument) is { } text)
        {
            AddCookie(name, text, isRaw: false, argument);
        }
        return false;
    }

    private string? Default(IDictionary<string, string?> defaults, string name, bool isNeeded, string argument)
    {
        if (defaults.TryGetValue(name, out var text) || !isNeeded)
        {
            return text;
        }
        var options = Pipeline.Options.Parameters;
        var place = defaults == options.Headers ? nameof(options.Headers) : defaults == options.Query ? nameof(options.Query) : nameof(options.Cookies);
        return Product(name) ?? throw ArgumentText.Missing(argument, Operation.Id, $"Parameters.{place}[\"{name}\"]");
    }

    // Who calls is all that an API can want of this header, and something calls.
    private static string? Product(string name) => name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) ? ProductName : null;

    private static string ProductName { get; } = $"Arazzo.Runtime/{typeof(ApiRequest).Assembly.GetName().Version?.ToString(2)}";

    private static TextEscaping Escaping(bool allowReserved) => allowReserved ? TextEscaping.Reserved : TextEscaping.Unreserved;

    private protected void StartQuery()
    {
        if (Url.Length == 0 && _text is null)
        {
            Url.AppendPath(Operation.PathTemplate);
        }
    }
}
