using System.Runtime.CompilerServices;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>
/// Compares text with a file beside the test, <c>Class.Test.verified.cs</c>. A difference leaves a <c>.received.</c> file there: look at it, and if it is what you want,
/// rename it. These are the conventions of Verify, which can take this class's place.
/// </summary>
public static class Snapshot
{
    public static void Verify(string text, string extension = "cs", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.True(expected is not null, $"There is no {verified}. Compare with {received}, and rename it.");
        Assert.Equal(expected, text);
    }
}
