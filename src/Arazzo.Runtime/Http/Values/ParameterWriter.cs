using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// Writes one parameter by its style (RFC 6570, section 3.2.1, with the styles that OpenAPI adds). A value without anything in it leaves nothing behind.
/// </summary>
/// <param name="target">Where to.</param>
/// <param name="name">The parameter's name; empty when the style does not write it.</param>
/// <param name="format">The style.</param>
/// <param name="escaping">How values are escaped; names never keep reserved characters.</param>
/// <param name="first">What comes before the first character, instead of what the style has.</param>
internal ref struct ParameterWriter(ref UrlBuffer target, ReadOnlySpan<char> name, ParameterFormat format, TextEscaping escaping, ReadOnlySpan<char> first)
{
    private readonly ref UrlBuffer _target = ref target;
    private readonly ReadOnlySpan<char> _name = name;
    private readonly ReadOnlySpan<char> _first = first;
    private bool _isStarted;
    private bool _lacksEquals;

    /// <summary>The argument's name in C#, for exceptions.</summary>
    public required string Argument { get; init; }

    /// <summary>Writes the elements of a list.</summary>
    public void Items<T>(IReadOnlyList<T> values)
    {
        Span<char> scratch = stackalloc char[ValueFormatter.ScratchLength];
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { } value)
            {
                Item(ValueFormatter.Format(value, scratch));
            }
        }
    }

    /// <summary>Ends a value that may have nothing in it.</summary>
    /// <param name="allowEmpty">Whether nothing is written as an empty value (OpenAPI, <c>allowEmptyValue</c>).</param>
    public void End(bool allowEmpty)
    {
        if (!_isStarted && allowEmpty)
        {
            Item("");
        }
    }

    /// <summary>Writes a scalar, or the next element of a list.</summary>
    public void Item(scoped ReadOnlySpan<char> text)
    {
        if (_isStarted && !format.Explode)
        {
            Join();
        }
        else
        {
            Separate();
            if (format.IsNamed)
            {
                Escape(_name);
                Equal(text.IsEmpty);
            }
        }
        Value(text);
    }

    /// <summary>Writes the next member of an object.</summary>
    public void Member(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> text)
    {
        if (format.Explode)
        {
            Separate();
            Escape(name);
            Equal(format.IsNamed && text.IsEmpty);
            _lacksEquals = false;
        }
        else
        {
            Item(name);
            Join();
        }
        Value(text);
    }

    /// <summary>Writes a whole value: its elements or members, or itself.</summary>
    public void Json(ReadOnlySpan<byte> json)
    {
        if (format.IsBracketed)
        {
            Fields(json);
            return;
        }
        var members = new JsonMembers(json);
        var text = default(UrlBuffer);
        while (members.Read())
        {
            if (members.Kind == JsonTokenType.Null)
            {
                continue;
            }
            text.Truncate(0);
            // A member that is no scalar is JSON text, for the styles know no other way.
            text.AppendJsonValue(members.Kind, members.Value);
            if (members.IsObject)
            {
                Member(members.Name, text.Written);
            }
            else
            {
                Item(text.Written);
            }
        }
        members.Dispose();
        text.Release();
    }

    /// <summary>Writes a value as one item: a scalar as it is, anything else as JSON text; null not at all.</summary>
    public void Item(JsonTokenType kind, ReadOnlySpan<byte> json)
    {
        if (kind != JsonTokenType.Null)
        {
            var text = default(UrlBuffer);
            text.AppendJsonValue(kind, json);
            Item(text.Written);
            text.Release();
        }
    }

    /// <summary>
    /// Writes every scalar under a bracketed name: <c>name[a][0]=1</c>. The style <c>form</c> repeats the name for the elements of an array, and begins with the
    /// object's own names.
    /// </summary>
    private void Fields(ReadOnlySpan<byte> json)
    {
        var fields = new JsonFields(json);
        var field = default(UrlBuffer);
        while (fields.Read())
        {
            field.Truncate(0);
            var depth = fields.Depth;
            var isMember = !format.IsDeep && depth > 0 && fields.Index(0) is null;
            if (!isMember)
            {
                field.Append(_name);
            }
            if (!format.IsDeep && depth > 0 && fields.Index(depth - 1) is not null)
            {
                depth--;
            }
            for (var level = 0; level < depth; level++)
            {
                Segment(ref field, fields, level, isBracketed: level > 0 || !isMember);
            }
            Separate();
            Escape(field.Written);
            Equal(fields.Text.IsEmpty);
            _lacksEquals = false;
            Value(fields.Text);
        }
        fields.Dispose();
        field.Release();
    }

    private static void Segment(ref UrlBuffer field, scoped in JsonFields fields, int level, bool isBracketed)
    {
        field.Append(isBracketed ? "[" : "");
        if (fields.Index(level) is { } index)
        {
            Span<char> digits = stackalloc char[11];
            index.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
            field.Append(digits[..length]);
        }
        else
        {
            field.Append(fields.Name(level));
        }
        field.Append(isBracketed ? "]" : "");
    }

    private void Separate()
    {
        _target.Append(_isStarted ? format.Separator : _first);
        _isStarted = true;
    }

    private void Join()
    {
        if (_lacksEquals)
        {
            _target.Append('=');
            _lacksEquals = false;
        }
        _target.Append(format.Joiner);
    }

    // Matrix writes no equals sign before nothing (RFC 6570, section 3.2.7).
    private void Equal(bool isEmpty)
    {
        _lacksEquals = isEmpty && format.OmitsEquals;
        if (!_lacksEquals)
        {
            _target.Append('=');
        }
    }

    private readonly void Escape(scoped ReadOnlySpan<char> text) => Append(text, escaping switch
    {
        TextEscaping.Reserved or TextEscaping.ReservedInPath => TextEscaping.Unreserved,
        TextEscaping.FormReserved => TextEscaping.Form,
        _ => escaping,
    });

    private readonly void Value(scoped ReadOnlySpan<char> text) => Append(text, escaping);

    private readonly void Append(scoped ReadOnlySpan<char> text, TextEscaping escaping)
    {
        ArgumentText.Check(text, Argument);
        if (escaping == TextEscaping.Cookie)
        {
            ArgumentText.CheckCookie(text, Argument);
        }
        _target.AppendEscaped(text, escaping);
    }
}
