namespace TikTok.ContentPosting.Tests.Harness;

/// <summary>The steps of the workflow, and the operation that each calls.</summary>
internal static class Steps
{
    public const string GetCreatorInfo = "getCreatorInfo";
    public const string InitInboxUpload = "initInboxUpload";
    public const string PollStatus = "pollStatus";

    public static TheoryData<string> All => [GetCreatorInfo, InitInboxUpload, PollStatus];

    /// <summary>The steps that only read.</summary>
    public static TheoryData<string> Reads => [GetCreatorInfo, PollStatus];

    public static EmulatorOperation Operation(string step) => step switch
    {
        GetCreatorInfo => EmulatorOperation.QueryCreatorInfo,
        InitInboxUpload => EmulatorOperation.InitInboxVideoUpload,
        _ => EmulatorOperation.GetPublishStatus,
    };
}
