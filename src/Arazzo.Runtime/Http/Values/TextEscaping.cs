namespace Arazzo.Runtime.CompilerServices;

/// <summary>How characters that mean something in a URL are kept from meaning it.</summary>
internal enum TextEscaping
{
    /// <summary>All but unreserved characters are percent-encoded as UTF-8 (RFC 3986, section 2.3).</summary>
    Unreserved,

    /// <summary>Reserved characters and percent-encoded ones pass (RFC 6570, section 3.2.3), but for the number sign, behind which nothing is sent.</summary>
    Reserved,

    /// <summary>The same, but a question mark would begin a query.</summary>
    ReservedInPath,

    /// <summary>As in application/x-www-form-urlencoded: a space is a plus.</summary>
    Form,

    /// <summary>As <see cref="Form"/>, but reserved characters that mean nothing in a form pass.</summary>
    FormReserved,

    /// <summary>The text as it is: headers.</summary>
    None,

    /// <summary>The text as it is, but refused when it would end a cookie: the style <c>cookie</c>.</summary>
    Cookie,
}
