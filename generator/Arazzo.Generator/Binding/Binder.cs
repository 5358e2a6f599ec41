using System.Collections.Immutable;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>Decides, from all specifications of the project, what is emitted.</summary>
internal static class Binder
{
    public static BindingResult Bind(ImmutableArray<SpecificationFile> files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return BindingResult.Empty;
    }
}
