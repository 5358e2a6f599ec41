using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Corpus;

/// <summary>The documents of this repository, and those of the corpus by provider.</summary>
internal static class CorpusDocuments
{
    private const string Own = "specs";

    private static readonly HashSet<string> Faulty = [.. SharedFolder.Files("corpus", "INDEX.tsv").SelectMany(File.ReadLines).Skip(1).Select(static line => line.Split('\t'))
        .Where(static columns => columns[4].Contains("hard", StringComparison.Ordinal) || columns[4].Contains("contract", StringComparison.Ordinal)).Select(static columns => "/corpus/" + columns[0])];

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Providers by name, the repository's own documents first.</summary>
    public static IReadOnlyList<string> Providers { get; } = [Own, .. SharedFolder.Files("corpus", "INDEX.tsv").SelectMany(ProvidersOf).Distinct(StringComparer.Ordinal)];

    public static IEnumerable<(string Path, string Text)> Read(string provider)
    {
        var files = provider == Own ? OwnFiles() : SharedFolder.Files(Path.Combine("corpus", provider), "*");
        return files.Where(static file => Extensions.Contains(Path.GetExtension(file))).Select(static file => (file.TrimStart('/'), File.ReadAllText(file)));
    }

    /// <summary>Whether the corpus' index finds a document at odds with its OpenAPI document or with the specification, so that it may be refused.</summary>
    public static bool IsFaulty(string path) => Faulty.Any(end => path.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Generates without the checks of <see cref="GeneratorTest.RunWithDiagnostics"/>, which take several runs.</summary>
    public static GeneratorResult Generate(IEnumerable<(string Path, string Text)> files, string emit)
    {
        var test = files.Aggregate(new GeneratorTest(), (test, file) => test.With(file.Path, file.Text, ("Emit", emit)));
        Assert.NotEmpty(test.GetFiles());
        return GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));
    }

    private static IEnumerable<string> ProvidersOf(string index) => File.ReadLines(index).Skip(1).Select(static line => line.Split('/')[0]);

    private static IEnumerable<string> OwnFiles()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }
        return Directory.EnumerateFiles(Path.Combine(folder.FullName, Own), "*", SearchOption.AllDirectories);
    }
}
