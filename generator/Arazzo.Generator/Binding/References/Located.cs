using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>An object of OpenAPI and the file that its own references are relative to.</summary>
internal readonly record struct Located<T>(SpecificationFile File, T Value)
    where T : OpenApiObject
{
    public Located<TOther> With<TOther>(TOther value) where TOther : OpenApiObject => new(File, value);
}
