namespace Arazzo.Generator.Model;

/// <summary>Whether emitted types are public or internal.</summary>
internal enum Visibility
{
    Public,
    Internal,
}
