using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A path written as an interpolated string: its text goes into the request as it is, its values percent-encoded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public readonly ref struct RequestPath
{
    private readonly ApiRequest _request;

    /// <summary>Starts a path.</summary>
    /// <param name="literalLength">The length of its text.</param>
    /// <param name="formattedCount">The number of its values.</param>
    /// <param name="request">The request that it is for.</param>
    public RequestPath(int literalLength, int formattedCount, ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _request = request;
        request.StartPath();
    }

    /// <summary>Appends text.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => _request.Url.AppendPath(value);

    /// <summary>Appends a path parameter.</summary>
    /// <param name="value">The value; several are joined by commas (style <c>simple</c>).</param>
    /// <param name="name">The parameter's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException">The value is null, empty, or one of the dot segments, with which the path would be another.</exception>
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "value")
    {
        if (value is IEnumerable values and not string and not byte[])
        {
            AppendList(values, name);
            return;
        }
        var text = ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]);
        Check(text, name);
        _request.Url.AppendEscaped(text);
    }

    private void AppendList(IEnumerable values, string name)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                _request.Url.Append(",");
            }
            first = false;
            var text = ValueFormatter.ToText(value);
            Check(text, name);
            _request.Url.AppendEscaped(text);
        }
        Check(first ? "" : "list", name);
    }

    private static void Check(ReadOnlySpan<char> text, string name)
    {
        if (text.IsEmpty)
        {
            throw new ArgumentException($"The path parameter '{name}' is null or empty, but the path needs it.", name);
        }
        // RFC 3986, section 5.2.4: a server would take them for steps in the path, escaped or not.
        if (text is "." or "..")
        {
            throw new ArgumentException($"The path parameter '{name}' is a dot segment, which would lead to another path.", name);
        }
    }
}
