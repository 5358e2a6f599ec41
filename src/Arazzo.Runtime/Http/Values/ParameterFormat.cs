namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a style writes between, before and after (RFC 6570, appendix A, and the styles that OpenAPI adds).</summary>
/// <param name="Explode">Whether each element or member stands for itself.</param>
/// <param name="Separator">Between those of an exploded value.</param>
/// <param name="Joiner">Between those of another.</param>
/// <param name="IsNamed">Whether the parameter's name is written.</param>
/// <param name="IsDeep">Whether every name is put into brackets behind the parameter's.</param>
/// <param name="OmitsEquals">Whether the equals sign is left out before an empty value.</param>
internal readonly record struct ParameterFormat(
    bool Explode, string Separator, string Joiner, bool IsNamed = false, bool IsDeep = false, bool OmitsEquals = false)
{
    /// <summary>Whether what is nested has names in brackets; else it is JSON text.</summary>
    public bool IsBracketed => IsDeep || (Explode && IsNamed);

    public static ParameterFormat Of(ParameterStyle style, bool explode) => style switch
    {
        ParameterStyle.Simple => new(explode, ",", ","),
        ParameterStyle.Label => new(explode, ".", ","),
        ParameterStyle.Matrix => new(explode, ";", ",", IsNamed: true, OmitsEquals: true),
        ParameterStyle.SpaceDelimited => new(explode, "&", "%20", IsNamed: true),
        ParameterStyle.PipeDelimited => new(explode, "&", "%7C", IsNamed: true),
        ParameterStyle.TabDelimited => new(explode, "&", "%09", IsNamed: true),
        ParameterStyle.DeepObject => new(Explode: true, "&", ",", IsNamed: true, IsDeep: true),
        // For form, too: an ampersand does not separate cookies (OpenAPI, appendix D; RFC 6265, section 4.2.1).
        ParameterStyle.Cookie => new(explode, "; ", ",", IsNamed: true),
        _ => new(explode, "&", ",", IsNamed: true),
    };
}
