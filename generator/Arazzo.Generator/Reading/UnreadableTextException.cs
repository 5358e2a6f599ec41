using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Reading;

/// <summary>Ends the reading of a text of which nothing can be made. Never leaves <see cref="NodeReader"/>.</summary>
#pragma warning disable CA1032, CA1064 // It only carries a diagnostic from the readers to NodeReader.
internal sealed class UnreadableTextException(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) : Exception
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public TextRange Range { get; } = range;

    public string[] Arguments { get; } = arguments;
}
