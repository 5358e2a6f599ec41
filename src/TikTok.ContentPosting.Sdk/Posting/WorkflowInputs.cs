namespace TikTok.ContentPosting;

// What the documents cannot say of inputs is checked before anything is sent, all of it at once.
public sealed partial class DirectPostVideoWorkflow
{
    static partial void Validate(DirectPostVideoInputs inputs) =>
        InvalidInputException.ThrowIfAny([.. PostRules.Check(inputs.PostInfo), .. MediaUrls.Check(inputs.VideoUrl, PostKind.Video)]);
}

public sealed partial class DirectPostPhotosWorkflow
{
    static partial void Validate(DirectPostPhotosInputs inputs) =>
        InvalidInputException.ThrowIfAny([.. PostRules.Check(inputs.PostInfo), .. PostRules.CheckPhotos(inputs.PhotoUrls, inputs.CoverIndex)]);
}

public sealed partial class UploadPhotosToInboxWorkflow
{
    static partial void Validate(UploadPhotosToInboxInputs inputs) => InvalidInputException.ThrowIfAny(
        [.. PostRules.Check(new PhotoDraftInfo { Title = inputs.Title, Description = inputs.Description }), .. PostRules.CheckPhotos(inputs.PhotoUrls, inputs.CoverIndex)]);
}

public sealed partial class CancelAndConfirmWorkflow
{
    static partial void Validate(CancelAndConfirmInputs inputs) => InvalidInputException.ThrowIfAny([.. InputChecks.PublishId(inputs.PublishId)]);
}

public sealed partial class WaitUntilDeliveredWorkflow
{
    static partial void Validate(WaitUntilDeliveredInputs inputs) => InvalidInputException.ThrowIfAny([.. InputChecks.PublishId(inputs.PublishId)]);
}

public sealed partial class WaitUntilPublishedWorkflow
{
    static partial void Validate(WaitUntilPublishedInputs inputs) => InvalidInputException.ThrowIfAny([.. InputChecks.PublishId(inputs.PublishId)]);
}

public sealed partial class WaitUntilPubliclyAvailableWorkflow
{
    static partial void Validate(WaitUntilPubliclyAvailableInputs inputs) => InvalidInputException.ThrowIfAny([.. InputChecks.PublishId(inputs.PublishId)]);
}
