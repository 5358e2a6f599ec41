namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Documents of this repository.</summary>
internal static class Documents
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TikTok.ContentPosting.Sdk.sln")))
            {
                folder = folder.Parent;
            }
            return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }
}
