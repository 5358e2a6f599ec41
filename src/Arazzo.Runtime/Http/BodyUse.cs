namespace Arazzo.Runtime.CompilerServices;

/// <summary>What becomes of an answer's bytes once its body has been made of them.</summary>
internal enum BodyUse
{
    /// <summary>Nobody asks for them.</summary>
    Discard,

    /// <summary>They belong to the answer.</summary>
    Keep,

    /// <summary>They are lent to the answer, until <see cref="ApiResponse.GiveBodyBack"/> or <see cref="ApiResponse.KeepBody"/>.</summary>
    Lend,
}
