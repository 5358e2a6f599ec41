using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Tests.Specifications;

public sealed class RelativePathsTests
{
    [Theory]
    [InlineData("/repo/src/App/", "/repo/src/App/specs/a.yml", "specs/a.yml")]
    [InlineData("/repo/src/App/", "/repo/src/App/../../specs/./a.yml", "../../specs/a.yml")]
    [InlineData("/repo/src/App", "/elsewhere/a.yml", "elsewhere/a.yml")]
    [InlineData("C:\\repo\\App\\", "c:\\Repo\\App\\specs\\a.yml", "specs/a.yml")]
    [InlineData("C:\\repo\\App\\", "D:\\specs\\a.yml", "D:/specs/a.yml")]
    [InlineData(null, "specs/a.yml", "specs/a.yml")]
    public void Path_is_written_from_the_folder(string? folder, string path, string expected) =>
        Assert.Equal(expected, RelativePaths.Get(folder, path));
}
