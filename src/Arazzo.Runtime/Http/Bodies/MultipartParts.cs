using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The parts of a multipart body, in the order in which they are sent. What is null is left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartParts
{
    private readonly JsonScratch.Pool _json;
    private readonly List<MultipartPart> _parts = [];
    private readonly bool _isNamed;

    internal MultipartParts(JsonScratch.Pool json, bool isNamed)
    {
        _json = json;
        _isNamed = isNamed;
    }

    internal IReadOnlyList<MultipartPart> Parts => _parts;

    /// <summary>The media type of the first part.</summary>
    internal string? FirstMediaType { get; private set; }

    /// <summary>Adds a scalar as text.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">Its media type; null: none is sent, which means text/plain (RFC 7578, section 4.4).</param>
    /// <param name="headers">Headers of the part, each with its line end.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>These parts.</returns>
    public MultipartParts Value<T>(string name, T? value, string? mediaType = null, string headers = "") =>
        value is null ? this : Text(name, ValueFormatter.ToText(value), mediaType, headers);

    /// <summary>Adds any value: scalars as text, an array as a part for each element, an object as JSON.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">Its media type; null: what the value is.</param>
    /// <param name="headers">Headers of the part, each with its line end.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    public MultipartParts Json<T, TCodec>(string name, T? value, string? mediaType = null, string headers = "")
        where TCodec : IJsonCodec<T>
    {
        if (value is null)
        {
            return this;
        }
        using var scratch = _json.Write<T, TCodec>(value);
        Property(name, scratch.Written, mediaType, headers);
        return this;
    }

    /// <summary>Adds a value that may be a file, several of them, or anything else.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">Its media type; null: what the value is.</param>
    /// <param name="headers">Headers of the part, each with its line end.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">As <see cref="File"/>.</exception>
    public MultipartParts Choice<T, TCodec>(string name, T? value, string? mediaType = null, string headers = "")
        where T : JsonUnion
        where TCodec : IJsonCodec<T>
    {
        object? choice = value;
        while (choice is JsonUnion union)
        {
            choice = union.Value;
        }
        return choice switch
        {
            BinaryContent file => File(name, file, mediaType ?? "application/octet-stream", headers),
            IEnumerable<BinaryContent?> files => Files(name, files, mediaType ?? "application/octet-stream", headers),
            // The media type of files is none for what is no file.
            _ => Json<T, TCodec>(name, value, mediaType is not null && (JsonBody.IsJson(mediaType) || mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)) ? mediaType : null, headers),
        };
    }

    /// <summary>Adds a value as a query parameter of a style would be written: a part for each name (OpenAPI 3.1, Encoding Object).</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="encoding">How it is written.</param>
    /// <param name="headers">Headers of each part, each with its line end.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">The value cannot be written so.</exception>
    public MultipartParts Styled<T, TCodec>(string name, T? value, FormEncoding encoding, string headers = "")
        where TCodec : IJsonCodec<T>
    {
        if (value is null)
        {
            return this;
        }
        using var scratch = _json.Write<T, TCodec>(value);
        var form = default(UrlBuffer);
        try
        {
            new ParameterWriter(ref form, name, encoding.Format, TextEscaping.Form, "") { Argument = "body" }.Json(scratch.Written);
            // What is escaped holds neither of the two signs.
            foreach (var field in form.Written.ToString().Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = field.Split('=', 2);
                Add(Unescape(parts[0]), Encoding.UTF8.GetBytes(parts.Length > 1 ? Unescape(parts[1]) : ""), null, headers);
            }
        }
        finally
        {
            form.Release();
        }
        return this;

        static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    /// <summary>Adds an object as XML.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The object.</param>
    /// <param name="root">The name of its root.</param>
    /// <param name="shape">How its type stands in XML.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="headers">Headers of the part, each with its line end.</param>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">It has text that XML cannot carry.</exception>
    public MultipartParts Xml<T, TCodec>(string name, T? value, XmlName root, XmlShape shape, string mediaType, string headers = "")
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (value is null)
        {
            return this;
        }
        using var scratch = _json.Write<T, TCodec>(value);
        try
        {
            return Add(name, JsonToXml.Convert(scratch.Written, root, shape), mediaType, headers);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"The part '{name}' has text that XML cannot carry.", name, exception);
        }
    }

    /// <summary>Adds the elements of an array, of which the first have media types of their own (OpenAPI 3.2, <c>prefixEncoding</c>).</summary>
    /// <param name="name">The parts' name.</param>
    /// <param name="items">The array.</param>
    /// <param name="prefix">The media types of the first; null: what the element is.</param>
    /// <param name="mediaType">That of the others; null: what the element is.</param>
    /// <param name="headers">Headers of each part, each with its line end.</param>
    /// <typeparam name="T">The array's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    public MultipartParts Items<T, TCodec>(string name, T? items, ReadOnlySpan<string?> prefix, string? mediaType = null, string headers = "")
        where TCodec : IJsonCodec<T>
    {
        if (items is null)
        {
            return this;
        }
        using var scratch = _json.Write<T, TCodec>(items);
        var elements = new JsonMembers(scratch.Written);
        for (var index = 0; elements.Read(); index++)
        {
            Element(name, elements.Kind, elements.Value, index < prefix.Length ? prefix[index] : mediaType, headers);
        }
        elements.Dispose();
        return this;
    }

    /// <summary>Adds a part for each member of an object.</summary>
    /// <param name="members">The object.</param>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">The value is no object.</exception>
    public MultipartParts Members<T, TCodec>(T? members)
        where TCodec : IJsonCodec<T>
    {
        if (members is null)
        {
            return this;
        }
        using var scratch = _json.Write<T, TCodec>(members);
        var parts = new JsonMembers(scratch.Written);
        if (!parts.IsObject)
        {
            throw new ArgumentException("A multipart body is made of an object's members, and the value is no object.", nameof(members));
        }
        while (parts.Read())
        {
            Property(parts.Name.ToString(), parts.Value, null, "");
        }
        parts.Dispose();
        return this;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file; its own media type wins.</param>
    /// <param name="mediaType">The media type that the description gives.</param>
    /// <param name="headers">Headers of the part, each with its line end.</param>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">The file's name is empty, its stream is closed or used up, or it has no media type although the description leaves it open.</exception>
    public MultipartParts File(string name, BinaryContent? file, string mediaType = "application/octet-stream", string headers = "")
    {
        if (file is null)
        {
            return this;
        }
        file.Check(name);
        if (file.FileName is { Length: 0 })
        {
            throw new ArgumentException($"BinaryContent.FileName of '{name}' is empty, which servers take for no file at all.", name);
        }
        _parts.Add(new MultipartPart(Head(name, file.FileName ?? name, BodyMediaType.Choose(file.MediaType, mediaType, name), headers), file));
        return this;
    }

    /// <summary>Adds a part of one name for each file.</summary>
    /// <param name="name">The parts' name.</param>
    /// <param name="files">The files.</param>
    /// <param name="mediaType">The media type that the description gives.</param>
    /// <param name="headers">Headers of each part, each with its line end.</param>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">As <see cref="File"/>.</exception>
    public MultipartParts Files(string name, IEnumerable<BinaryContent?>? files, string mediaType = "application/octet-stream", string headers = "")
    {
        foreach (var file in files ?? [])
        {
            File(name, file, mediaType, headers);
        }
        return this;
    }

    /// <summary>Adds a part for each file, which has the name that it is under.</summary>
    /// <param name="files">The files by name.</param>
    /// <returns>These parts.</returns>
    /// <exception cref="ArgumentException">As <see cref="File"/>.</exception>
    public MultipartParts Files(IEnumerable<KeyValuePair<string, BinaryContent>>? files)
    {
        foreach (var (name, file) in files ?? [])
        {
            File(name, file);
        }
        return this;
    }

    /// <summary>An array is a part for each element (RFC 7578, section 4.3).</summary>
    private void Property(string name, ReadOnlySpan<byte> json, string? mediaType, string headers)
    {
        var elements = new JsonMembers(json);
        if (elements.IsObject)
        {
            Element(name, JsonTokenType.StartObject, json, mediaType, headers);
            return;
        }
        while (elements.Read())
        {
            Element(name, elements.Kind, elements.Value, mediaType, headers);
        }
        elements.Dispose();
    }

    private void Element(string name, JsonTokenType kind, ReadOnlySpan<byte> json, string? mediaType, string headers)
    {
        if (kind == JsonTokenType.Null)
        {
            return;
        }
        if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            Add(name, json.ToArray(), mediaType ?? "application/json", headers);
            return;
        }
        var text = default(UrlBuffer);
        text.AppendJsonValue(kind, json);
        Add(name, Encoding.UTF8.GetBytes(text.Written.ToArray()), mediaType, headers);
        text.Release();
    }

    private MultipartParts Text(string name, string value, string? mediaType, string headers)
    {
        ArgumentText.Check(value, name);
        return Add(name, Encoding.UTF8.GetBytes(value), mediaType, headers);
    }

    private MultipartParts Add(string name, byte[] content, string? mediaType, string headers)
    {
        _parts.Add(new MultipartPart(Head(name, null, mediaType, headers), BinaryContent.FromBytes(content)));
        return this;
    }

    private byte[] Head(string name, string? fileName, string? mediaType, string headers)
    {
        ArgumentText.Check(name, "body");
        ArgumentText.Check(fileName, "body");
        FirstMediaType ??= mediaType ?? "text/plain";
        var head = new StringBuilder();
        if (_isNamed)
        {
            head.Append("Content-Disposition: form-data; name=\"").Append(MultipartPart.Quote(name)).Append('"');
            if (fileName is not null)
            {
                head.Append("; filename=\"").Append(MultipartPart.Quote(fileName)).Append('"');
            }
            head.Append("\r\n");
        }
        else if (fileName is not null && fileName != name)
        {
            head.Append("Content-Disposition: attachment; filename=\"").Append(MultipartPart.Quote(fileName)).Append("\"\r\n");
        }
        if (mediaType is not null)
        {
            head.Append("Content-Type: ").Append(mediaType).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(head.Append(headers).Append("\r\n").ToString());
    }
}
