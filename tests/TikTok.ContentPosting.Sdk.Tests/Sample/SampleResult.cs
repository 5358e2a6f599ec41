namespace TikTok.ContentPosting.Tests.Sample;

/// <summary>How the sample ended.</summary>
internal sealed record SampleResult(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
