namespace Arazzo.Generator.Model;

/// <summary>A request body of one media type.</summary>
/// <param name="Kind">How the value becomes bytes.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="MediaType">What is sent as <c>Content-Type</c>; for <see cref="BodyKind.Binary"/> it may be a range, which the value itself then has to fill.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record BodyModel(BodyKind Kind, TypeReference Type, bool IsRequired, string MediaType, string? Documentation);

/// <summary>How a body becomes bytes.</summary>
internal enum BodyKind
{
    /// <summary>By the codec of its type.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c> and the other multipart types.</summary>
    Multipart,

    /// <summary>Bytes as they are, streamed: <see cref="TypeKind.Binary"/>.</summary>
    Binary,

    /// <summary>The text of a scalar.</summary>
    Text,

    /// <summary>XML, by the shape of its type.</summary>
    Xml,
}
