using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;

namespace Arazzo.Generator.Tests.OpenApi;

/// <summary>Reads documents as they are met: our own, and when the folder <c>shared</c> lies beside the repository, those of many providers.</summary>
public class CorpusTests
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>By the end of the path: what is first wrong with documents of the corpus, and how much there is besides.</summary>
    private static readonly Dictionary<string, string> KnownFaults = new(StringComparer.Ordinal)
    {
        ["arazzo-schema/fail/not-an-object.yaml"] = "ARZ0005 1:1-1:2",
        ["anthropic/openapi/anthropic-files-api-openapi.yml"] = "ARZ0109 292:14-292:18",
        ["anthropic/openapi/anthropic-message-batches-api-openapi.yml"] = "ARZ0109 555:14-555:18",
        ["logz-io/openapi/logz-io-api-openapi.yml"] = "ARZ0102 738:11-738:12 and 30 more",
    };

    public static TheoryData<string> Documents() => [.. Folders().SelectMany(static folder => Files(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document__is_read_without_a_diagnostic_unless_it_is_known_to_be_wrong(string path)
    {
        var file = Path.Combine(Root, path);
        var diagnostics = new DiagnosticBag(file);

        var specification = SpecificationReader.Read(file, File.ReadAllText(file), null, diagnostics, TestContext.Current.CancellationToken);
        if (specification?.Kind == SpecificationKind.OpenApi)
        {
            OpenApiReader.ReadDocument(specification, null, diagnostics, TestContext.Current.CancellationToken);
        }

        var known = KnownFaults.SingleOrDefault(fault => path.Replace('\\', '/').EndsWith(fault.Key, StringComparison.Ordinal)).Value;
        var found = ReadingAssert.Format(diagnostics);
        Assert.Equal(known, found.Length < 2 ? found.SingleOrDefault() : $"{found[0]} and {found.Length - 1} more");
    }

    private static string Root { get; } = FindRoot();

    private static IEnumerable<string> Folders()
    {
        yield return "specs";
        foreach (var shared in new[] { "shared", "../shared", "../../shared" })
        {
            if (Directory.Exists(Path.Combine(Root, shared, "corpus")))
            {
                yield return shared + "/corpus";
                yield return shared + "/conformance/arazzo-schema";
                yield break;
            }
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(static file => Extensions.Contains(Path.GetExtension(file))).Select(static file => Path.GetRelativePath(Root, file))
            : [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found.");
    }
}
