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

    /// <summary>Appends a path parameter of the style <c>simple</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The parameter's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException">The value is null, empty, or one of the dot segments, with which the path would be another.</exception>
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "") => Append(value, TextEscaping.Unreserved, name);

    /// <summary>Appends a path parameter whose reserved characters are sent as they are: <c>{path:+}</c> (RFC 6570, section 3.2.3).</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The operator.</param>
    /// <param name="name">The parameter's name in C#.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException">The value is null, empty, or has dot segments, with which the path would be another.</exception>
    public void AppendFormatted<T>(T value, string format, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Append(value, format == "+" ? TextEscaping.ReservedInPath : TextEscaping.Unreserved, name);

    /// <summary>Appends a path parameter of another style.</summary>
    /// <param name="value">The parameter as the path has it.</param>
    /// <exception cref="ArgumentException">The value is null, empty, or one of the dot segments, with which the path would be another.</exception>
    public void AppendFormatted(PathText value)
    {
        var start = _request.Url.Length;
        _request.Url.Append(value.Text);
        Check(start, value.Argument);
    }

    private void Append<T>(T value, TextEscaping escaping, string name)
    {
        if (value is null)
        {
            throw ArgumentText.Missing(name);
        }
        var start = _request.Url.Length;
        var text = ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]);
        ArgumentText.Check(text, name);
        _request.Url.AppendEscaped(text, escaping);
        Check(start, name);
    }

    /// <summary>Refuses a value with which the path would be another. In a query that the path has, any value will do.</summary>
    private void Check(int start, string name)
    {
        var written = _request.Url.Written;
        var segments = written[(written[..start].LastIndexOf('/') + 1)..];
        if ((written.Length > start && !ArgumentText.HasDotSegment(segments)) || written[..start].Contains('?'))
        {
            return;
        }
        name = ArgumentText.Name(name);
        throw new ArgumentException(
            written.Length == start
                ? $"The path parameter '{name}' is empty, but the path needs it."
                : $"The path parameter '{name}' is a dot segment, which would lead to another path.",
            name);
    }
}
