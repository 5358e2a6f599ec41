namespace TikTok.ContentPosting;

/// <summary>Something in a post that TikTok would refuse, or fail on an hour later.</summary>
/// <param name="Field">What it is about, as the workflow's document or the form names it, such as <c>videoUrl</c> or <c>caption</c>.</param>
/// <param name="Code">What is wrong, for programs: <c>required</c>, <c>too_long</c>, <c>not_offered</c>, ...</param>
/// <param name="Message">What is wrong and what to do, in whole sentences. It never shows a value that could be a secret.</param>
public sealed record PostProblem(string Field, string Code, string Message);
