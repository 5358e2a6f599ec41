using Arazzo.Generator.Model;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// What follows <c>$inputs.</c>, <c>$steps.id.outputs.</c> or <c>$response.body</c>. Whether <c>a.b</c> is the name of one value or the value <c>a</c>
/// and its property <c>b</c> is for the schema to decide, so both readings are here: first try <see cref="Path"/> as a name, then its longest
/// beginning (see <see cref="NavigationSegment.Offset"/>) that is a name, and navigate by the rest.
/// </summary>
/// <param name="Path">The exact text up to the <c>#</c>.</param>
/// <param name="Navigation">The path taken apart, its first name included; null when it is only a name (such as <c>Employee (full)</c>).</param>
/// <param name="Pointer">What follows the <c>#</c>; null when there is none.</param>
internal sealed record ValueReference(string Path, EquatableArray<NavigationSegment>? Navigation, JsonPointer? Pointer);

/// <summary>A step of a dotted or indexed navigation.</summary>
/// <param name="Offset">Where in <see cref="ValueReference.Path"/> the segment begins, with its dot or bracket: the text before it may be a name.</param>
internal abstract record NavigationSegment(int Offset);

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
internal sealed record MemberSegment(int Offset, string Name) : NavigationSegment(Offset);

/// <summary><c>[0]</c>.</summary>
internal sealed record ElementSegment(int Offset, int Index) : NavigationSegment(Offset);
