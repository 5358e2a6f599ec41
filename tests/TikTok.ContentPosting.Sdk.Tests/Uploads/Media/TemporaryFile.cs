namespace TikTok.ContentPosting.Tests.Uploads.Media;

/// <summary>A file that is there as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploads-");

    public TemporaryFile(byte[] bytes, string name)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public VideoFile Open(string kind) => kind switch
    {
        "path" => VideoFile.FromPath(Path),
        "seekable" => VideoFile.FromStream(new MemoryStream(File.ReadAllBytes(Path))),
        _ => VideoFile.FromStream(new ForwardStream(new MemoryStream(File.ReadAllBytes(Path)), most: 100_001), new FileInfo(Path).Length),
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
