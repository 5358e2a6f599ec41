using System.Xml.Linq;
using Arazzo.Generator.Tests.Harness;
using Documentation.Tests.Markdown;
using Microsoft.CodeAnalysis.CSharp;

namespace Documentation.Tests;

/// <summary>Makes a project of the blocks of a page: YAML and JSON are its specifications, XML is its project file.</summary>
internal static class SpecProject
{
    private const string Placeholder = "{{example}}";
    private static readonly string[] ProjectProperties = ["ApiSpecNamespace", "ApiSpecClient", "ApiSpecEmit", "ApiSpecDialect", "ApiSpecVisibility", "RootNamespace"];

    public static GeneratorTest Of(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        var project = new GeneratorTest();
        var xml = all.Where(static block => block.Language == "xml").SelectMany(Xml).ToList();
        foreach (var block in all.Where(static block => block.Language is "yaml" or "json"))
        {
            var path = block.Directives["file"] ?? $"specs/example{(block.Language == "json" ? ".json" : ".yml")}";
            project = project.With(path, Document(block), [.. Options(block), .. Metadata(xml, path)]);
        }
        foreach (var path in xml.Where(static element => element.Name == "ApiSpec").Select(PathOf).OfType<string>().Where(path => path.EndsWith("pets.yml", StringComparison.Ordinal)))
        {
            project = Has(all, path) ? project : project.With(path, Template("pets"), [.. Metadata(xml, path)]);
        }
        if (all.Exists(static block => block.Language == "yaml" && Document(block).Contains("url: pets.yml", StringComparison.Ordinal)) && !Has(all, "specs/pets.yml"))
        {
            project = project.With("specs/pets.yml", Template("pets"));
        }
        foreach (var element in xml.Where(static element => ProjectProperties.Contains(element.Name.LocalName)))
        {
            project = project.WithProperty(element.Name.LocalName, element.Value);
        }
        return xml.Find(static element => element.Name == "LangVersion") is { } version && LanguageVersionFacts.TryParse(version.Value, out var language)
            ? project with { LanguageVersion = language }
            : project;
    }

    /// <summary>The whole document that a block is, or is a part of.</summary>
    public static string Document(Block block)
    {
        if (block.Directives["in"] is not { } template)
        {
            return block.Text;
        }
        var whole = Template(template);
        var place = whole.IndexOf(Placeholder, StringComparison.Ordinal);
        var indent = new string(' ', place - whole.LastIndexOf('\n', place) - 1);
        var lines = block.Text.TrimEnd('\n').Split('\n');
        return whole.Replace(Placeholder, string.Join('\n', lines.Select((line, index) => index == 0 || line.Length == 0 ? line : indent + line)), StringComparison.Ordinal);
    }

    /// <summary>The elements of an XML block, which need not have one root.</summary>
    public static IEnumerable<XElement> Xml(Block block) => XElement.Parse($"<blocks>{block.Text}</blocks>").Descendants();

    private static string Template(string name) => Repository.Read($"tests/Documentation.Tests/Templates/{name}.yml");

    private static bool Has(List<Block> blocks, string path) => blocks.Exists(block => block.Directives["file"] == path);

    private static string? PathOf(XElement item) => (string?)item.Attribute("Include") ?? (string?)item.Attribute("Update");

    private static IEnumerable<(string Name, string Value)> Metadata(List<XElement> xml, string path) => xml
        .Where(element => element.Name == "ApiSpec" && PathOf(element) == path)
        .SelectMany(static item => item.Attributes().Where(static attribute => attribute.Name.LocalName is not ("Include" or "Update")))
        .Select(static attribute => (attribute.Name.LocalName, attribute.Value));

    private static IEnumerable<(string Name, string Value)> Options(Block block) => (block.Directives["options"] ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(static option => option.Split('='))
        .Select(static pair => (pair[0], pair[1]));
}
