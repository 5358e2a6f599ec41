using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>The first stage: the text of a file, whatever it holds, to nodes and the kind of document that they make up.</summary>
internal static class SpecificationReader
{
    /// <summary>Reads a file. Null when nothing can be made of it; what is wrong is in <paramref name="diagnostics"/>. Throws only for cancellation.</summary>
    public static Specification? Read(string path, string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (NodeReader.Read(path, text, previous, diagnostics, cancellationToken) is not { } root)
        {
            return null;
        }
        if (root is not MappingNode mapping)
        {
            diagnostics.Report(DiagnosticDescriptors.RootIsNotMapping, root.Range.FirstLine, root.Describe());
            return null;
        }
        var (kind, version) = (mapping["openapi"], mapping["swagger"], mapping["arazzo"]) switch
        {
            (ScalarNode openapi, _, _) => (SpecificationKind.OpenApi, openapi),
            (_, ScalarNode swagger, _) => (SpecificationKind.OpenApi, swagger),
            (_, _, ScalarNode arazzo) => (SpecificationKind.Arazzo, arazzo),
            // `info` and `paths` are in no other kind of document, and one of OpenAPI without its version is one all the same.
            _ when mapping["info"] is MappingNode && mapping["paths"] is MappingNode && mapping["openapi"] is null => (SpecificationKind.OpenApi, null),
            _ => (SpecificationKind.Fragment, null),
        };
        return new Specification(path, kind, version, mapping);
    }
}
