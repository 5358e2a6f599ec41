namespace Arazzo.Generator.Model;

/// <summary>The C# types that schemas become.</summary>
internal enum TypeKind
{
    /// <summary>Any JSON: <c>JsonElement</c>.</summary>
    Any,
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    /// <summary><c>Arazzo.Runtime.Duration</c>: a month has no length.</summary>
    Duration,
    Guid,
    Uri,
    /// <summary><c>byte[]</c>, base64 in JSON.</summary>
    Bytes,
    /// <summary><c>byte[]</c>, base64url in JSON (RFC 4648, section 5).</summary>
    Base64Url,
    /// <summary><c>BinaryContent</c>: a file or other bytes, streamed as a body or part, base64 in JSON.</summary>
    Binary,
    /// <summary><c>IReadOnlyList&lt;T&gt;</c> of the one argument.</summary>
    List,
    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c> of the one argument.</summary>
    Map,
    /// <summary>An emitted class: see <see cref="ObjectModel"/>.</summary>
    Object,
    /// <summary>An emitted open enum of strings: see <see cref="EnumModel"/>.</summary>
    Enum,
    /// <summary>An emitted open enum of integers: see <see cref="EnumModel"/>.</summary>
    IntegerEnum,
    /// <summary>An emitted class that is one of several types: see <see cref="UnionModel"/>.</summary>
    Union,

    /// <summary>An answer's bytes as they come: <c>System.IO.Stream</c>.</summary>
    Stream,

    /// <summary>An answer's items as they come: <c>ApiStream&lt;T&gt;</c> of the one argument.</summary>
    Sequence,

    /// <summary>A request's items as they come: <c>IAsyncEnumerable&lt;T&gt;</c> of the one argument.</summary>
    Items,

    /// <summary>An answer's events as they come: <c>ApiStream&lt;ServerSentEvent&lt;T&gt;&gt;</c> of the one argument.</summary>
    Events,

    /// <summary>An emitted class for one of several answers: see <see cref="ResultModel"/>.</summary>
    Result,
}
