namespace CreatorStudio.Posts;

/// <summary>A card as the page's script reads it.</summary>
internal sealed record PostView(string Id, string Title, string State, string Label, int? Percent, string Message, string? Link)
{
    /// <summary>What the page's script fills in for a post that is new.</summary>
    public static PostView Empty { get; } = new("", "", "", "", null, "", null);

    public static PostView Of(PostCard card) => new(
        card.Id, card.Title, card.State.ToString().ToLowerInvariant(), LabelOf(card.State), card.Percent, card.Message, card.Link?.ToString());

    private static string LabelOf(PostState state) => state switch
    {
        PostState.Waiting => "Waiting",
        PostState.Sending => "Sending",
        PostState.Processing => "Processing",
        PostState.Delivered => "In the inbox",
        PostState.Published => "Published",
        PostState.Failed => "Failed",
        _ => "Not known",
    };
}
