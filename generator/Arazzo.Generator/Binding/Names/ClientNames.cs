using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Names;

/// <summary>What the client of a document is called.</summary>
internal static class ClientNames
{
    private static readonly string[] Endings = ["OpenApi", "Openapi", "Api", "Client"];

    /// <summary>The class's name: as the project says, else after the document's title.</summary>
    public static string Client(SpecificationFile file) => file.Source.Options.Client ?? Stem(file) + "Client";

    /// <summary>The document in one word: of its client's name, its title or its file.</summary>
    public static string Stem(SpecificationFile file)
    {
        if (file.Source.Options.Client is { } client)
        {
            return WithoutEnding(client.TrimStart('@'), "Client");
        }
        return Stem(file.OpenApi?.Title is { Length: > 0 } title ? title : Paths(file).First());
    }

    /// <summary>Names for a client whose own is taken, as two versions of a document have one title: after the file, then after its folders as well.</summary>
    public static IEnumerable<string> Alternatives(SpecificationFile file) => Paths(file).Select(static path => Stem(path) + "Client");

    private static string Stem(string text) => Endings.Aggregate(CSharpName.Pascal(text), WithoutEnding);

    /// <summary>The file's name without its extensions; then that with its folder before it, and so on.</summary>
    private static IEnumerable<string> Paths(SpecificationFile file)
    {
        var path = file.Source.RelativePath;
        var start = path.LastIndexOf('/') + 1;
        var end = path.IndexOf('.', start) is var dot && dot > start ? dot : path.Length;
        while (start > 0)
        {
            yield return path.Substring(start, end - start);
            start = start > 1 ? path.LastIndexOf('/', start - 2) + 1 : 0;
        }
        yield return path.Substring(0, end);
    }

    private static string WithoutEnding(string text, string ending) =>
        text.Length > ending.Length && text.EndsWith(ending, StringComparison.Ordinal) ? text.Substring(0, text.Length - ending.Length) : text;
}
