using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Names;

/// <summary>What the client of a document is called.</summary>
internal static class ClientNames
{
    /// <summary>The class's name: as the project says, else after the document's title.</summary>
    public static string Client(SpecificationFile file) => file.Source.Options.Client ?? Stem(file) + "Client";

    /// <summary>The document in one word: of its client's name, its title or its file.</summary>
    public static string Stem(SpecificationFile file)
    {
        if (file.Source.Options.Client is { } client)
        {
            return WithoutEnding(client.TrimStart('@'), "Client");
        }
        var title = CSharpName.Pascal(file.OpenApi?.Title is { Length: > 0 } text ? text : FileName(file));
        return WithoutEnding(WithoutEnding(WithoutEnding(title, "OpenApi"), "Api"), "Client");
    }

    private static string FileName(SpecificationFile file)
    {
        var path = file.Source.RelativePath;
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.IndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;
    }

    private static string WithoutEnding(string text, string ending) =>
        text.Length > ending.Length && text.EndsWith(ending, StringComparison.Ordinal) ? text.Substring(0, text.Length - ending.Length) : text;
}
