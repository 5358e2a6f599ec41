using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Reads the nodes of an Arazzo document.</summary>
internal sealed partial class ArazzoReader
{
    private readonly Dialect _dialect;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isVersion10;

    /// <summary>How much could not be read: an object in which this grows is not sound.</summary>
    private int _faults;

    private ArazzoReader(Dialect dialect, DiagnosticBag diagnostics, bool isVersion10, CancellationToken cancellationToken)
    {
        _dialect = dialect;
        _diagnostics = diagnostics;
        _isVersion10 = isVersion10;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads what is sound and reports the rest. Never throws but for cancellation.</summary>
    /// <returns>Null when <paramref name="root"/> is no Arazzo document of a version that is known.</returns>
    public static ArazzoDocument? Read(MappingNode root, Dialect dialect, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (root["arazzo"] is not ScalarNode version)
        {
            diagnostics.Report(DiagnosticDescriptors.ArazzoFieldMissing, Place(root), "The document", "arazzo");
            return null;
        }
        var isVersion10 = IsVersion(version.Text, "1.0.");
        if (!isVersion10 && !IsVersion(version.Text, "1.1."))
        {
            diagnostics.Report(DiagnosticDescriptors.UnsupportedVersion, version.Range.FirstLine, "Arazzo 1.0.x and 1.1.x", version.Text);
            return null;
        }
        return new ArazzoReader(dialect, diagnostics, isVersion10, cancellationToken).ReadDocument(root, version);
    }

    /// <summary>The patch number and what follows a dash mean nothing.</summary>
    private static bool IsVersion(string text, string prefix)
    {
        var dash = text.IndexOf('-');
        var number = dash < 0 ? text : text.Substring(0, dash);
        return number.StartsWith(prefix, StringComparison.Ordinal) && number.Length > prefix.Length && number.Skip(prefix.Length).All(static digit => digit is >= '0' and <= '9');
    }

    private ArazzoDocument ReadDocument(MappingNode root, ScalarNode version)
    {
        CheckFields(root, "an Arazzo document", ["arazzo", "$self", "info", "sourceDescriptions", "workflows", "components"]);
        return new ArazzoDocument
        {
            Node = root,
            Version = version,
            Self = ReadSelf(root),
            Info = ReadInfo(root),
            SourceDescriptions = ReadSourceDescriptions(root),
            Workflows = ReadWorkflows(root),
            Components = ReadComponents(root),
        };
    }

    private ScalarNode? ReadSelf(MappingNode root)
    {
        var self = ReadString(root, "$self");
        CheckVersion11(root, "$self");
        if (self is null || self.Text.IndexOf('#') < 0)
        {
            return self;
        }
        Fault(DiagnosticDescriptors.ArazzoSelfHasFragment, self.Range.FirstLine, self.Text);
        return null;
    }

    private ArazzoInfo? ReadInfo(MappingNode root)
    {
        if (root["info"] is null)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldMissing, Place(root), "The document", "info");
            return null;
        }
        if (ReadMapping(root, "info") is not { } node)
        {
            return null;
        }
        CheckFields(node, "the info", ["title", "summary", "description", "version"]);
        return new ArazzoInfo
        {
            Node = node,
            Title = RequireString(node, "title", "The info"),
            Summary = ReadString(node, "summary"),
            Description = ReadString(node, "description"),
            Version = RequireString(node, "version", "The info"),
        };
    }

    private ImmutableArray<ArazzoSourceDescription> ReadSourceDescriptions(MappingNode root)
    {
        var sources = ImmutableArray.CreateBuilder<ArazzoSourceDescription>();
        var names = new NameTable(this, "name of a source description");
        foreach (var node in RequireObjects(root, "sourceDescriptions", "The document"))
        {
            CheckFields(node, "a source description", ["name", "url", "type"]);
            var name = RequireString(node, "name", "This source description");
            var url = RequireString(node, "url", name is null ? "This source description" : $"The source description '{name.Text}'");
            var type = ReadChoice<ArazzoSourceType>(node, "type", SourceTypes);
            if (name is not null && url is not null && names.Add(name))
            {
                CheckIdentifier(name, "a source description");
                sources.Add(new ArazzoSourceDescription { Node = node, Name = name, Url = url, Type = type });
            }
        }
        return sources.ToImmutable();
    }

    private static readonly ImmutableArray<KeyValuePair<string, ArazzoSourceType>> SourceTypes =
    [
        new("openapi", ArazzoSourceType.OpenApi),
        new("arazzo", ArazzoSourceType.Arazzo),
        new("asyncapi", ArazzoSourceType.AsyncApi),
    ];
}
