namespace Arazzo.Generator.OpenApi;

/// <summary>The types of JSON Schema. None: <c>type</c> is not given, and any is allowed.</summary>
[Flags]
internal enum SchemaTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
