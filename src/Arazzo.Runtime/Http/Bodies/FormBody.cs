using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// Writes <c>application/x-www-form-urlencoded</c>. Unless an encoding says otherwise, scalars are text, an array is a field for each element, and
/// objects are JSON text (OpenAPI 3.2, Encoding Object). What is absent is left out; a property that is set to null is a field without a value.
/// </summary>
internal static class FormBody
{
    private const string Argument = "body";

    /// <exception cref="ArgumentException">The value is no object, or has text that cannot be sent.</exception>
    public static BytesBody Create<T, TCodec>(JsonScratch.Pool pool, T body, string mediaType, ReadOnlySpan<FormEncoding> encodings)
        where TCodec : IJsonCodec<T>
    {
        using var scratch = pool.Write<T, TCodec>(body);
        var members = new JsonMembers(scratch.Written);
        if (!members.IsObject)
        {
            throw new ArgumentException("A form is made of an object's members, and the body is no object.", nameof(body));
        }
        var form = default(UrlBuffer);
        try
        {
            while (members.Read())
            {
                Write(ref form, members.Name, members.Kind, members.Value, encodings);
            }
            return new BytesBody(Encoding.UTF8.GetBytes(form.Written.ToArray()), mediaType);
        }
        finally
        {
            members.Dispose();
            form.Release();
        }
    }

    private static void Write(ref UrlBuffer form, ReadOnlySpan<char> name, JsonTokenType kind, ReadOnlySpan<byte> json, ReadOnlySpan<FormEncoding> encodings)
    {
        if (FormEncoding.Find(encodings, name) is { } encoding)
        {
            new ParameterWriter(ref form, name, encoding.Format, encoding.Escaping, form.Length == 0 ? "" : "&") { Argument = Argument }.Json(json);
            return;
        }
        if (kind != JsonTokenType.StartArray)
        {
            Field(ref form, name, kind, json);
            return;
        }
        var elements = new JsonMembers(json);
        while (elements.Read())
        {
            Field(ref form, name, elements.Kind, elements.Value);
        }
        elements.Dispose();
    }

    private static void Field(ref UrlBuffer form, ReadOnlySpan<char> name, JsonTokenType kind, ReadOnlySpan<byte> json)
    {
        ArgumentText.Check(name, Argument);
        form.Append(form.Length == 0 ? "" : "&");
        form.AppendEscaped(name, TextEscaping.Form);
        form.Append('=');
        if (kind == JsonTokenType.Null)
        {
            return;
        }
        var text = default(UrlBuffer);
        text.AppendJsonValue(kind, json);
        ArgumentText.Check(text.Written, Argument);
        form.AppendEscaped(text.Written, TextEscaping.Form);
        text.Release();
    }
}
