namespace Arazzo.Generator.Binding.Names;

/// <summary>Names of the generator's files: what Roslyn takes, distinct without regard to case because the types are.</summary>
internal static class HintNames
{
    public static string Make(string @namespace, string folder, string name)
    {
        var prefix = @namespace.Replace("@", "");
        return (prefix.Length == 0 ? "" : prefix + "/") + folder + "/" + name.Replace("@", "");
    }
}
