using System.ComponentModel;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The name of an element or attribute.</summary>
/// <param name="name">Its local name; characters that XML does not take in one are escaped.</param>
/// <param name="ns">Its namespace; null: that of the element around it, when that has no prefix.</param>
/// <param name="prefix">The prefix of the namespace; null: the namespace becomes the default one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct XmlName(string name, string? ns = null, string? prefix = null)
{
    internal string Local { get; } = XmlConvert.EncodeLocalName(name);

    internal string? Namespace { get; } = ns;

    internal string? Prefix { get; } = string.IsNullOrEmpty(prefix) || string.IsNullOrEmpty(ns) ? null : XmlConvert.EncodeLocalName(prefix);
}
