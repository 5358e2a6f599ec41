using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How a parameter's value is written (OpenAPI, Parameter Object, Style Values), and what Swagger 2.0 has besides.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary>Query and cookies: <c>color=blue,black</c>, exploded <c>color=blue&amp;color=black</c>.</summary>
    Form,

    /// <summary>Query: <c>color=blue%20black</c>.</summary>
    SpaceDelimited,

    /// <summary>Query: <c>color=blue%7Cblack</c>.</summary>
    PipeDelimited,

    /// <summary>Query: <c>color=blue%09black</c>, the <c>tsv</c> of Swagger 2.0.</summary>
    TabDelimited,

    /// <summary>Query: <c>color%5BR%5D=100&amp;color%5BG%5D=200</c>, as deep as the value is.</summary>
    DeepObject,

    /// <summary>Path and headers: <c>blue,black</c>.</summary>
    Simple,

    /// <summary>Path: <c>.blue,black</c>, exploded <c>.blue.black</c>.</summary>
    Label,

    /// <summary>Path: <c>;color=blue,black</c>, exploded <c>;color=blue;color=black</c>.</summary>
    Matrix,

    /// <summary>Cookies without any escapes: <c>color=blue,black</c>, exploded <c>color=blue; color=black</c>.</summary>
    Cookie,
}
