namespace Arazzo.Generator.Model;

/// <summary>Kinds of JSON values, any number of them; the runtime has the same names.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
    Any = Null | Boolean | Number | String | Array | Object,
}
