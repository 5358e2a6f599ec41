using System.Globalization;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator;

/// <summary>The public videos: those that creators had before, and those that were posted here.</summary>
internal sealed class VideoShelf(PostBook posts)
{
    /// <summary>A creator's public videos, newest first.</summary>
    public IReadOnlyList<EmulatedVideo> Of(TikTokCreator creator) =>
        [.. creator.Videos.Concat(posts.ToList().Where(post => post.Creator == creator).SelectMany(post => post.PublicVideos())).OrderByDescending(video => video.CreatedAt)];

    public static string? ScopeOf(string field) => field switch
    {
        "id" or "create_time" or "cover_image_url" or "share_url" or "video_description" or "title" or "duration" or "height" or "width" or "embed_html" or "embed_link"
            or "like_count" or "comment_count" or "share_count" or "view_count" or "is_aigc" => TokenScopes.VideoList,
        _ => null,
    };

    public static JsonObject Describe(EmulatedVideo video, TikTokCreator creator, IReadOnlyList<string> fields)
    {
        var json = new JsonObject();
        foreach (var field in fields)
            json[field] = ValueOf(video, creator, field);
        return json;
    }

    private static JsonNode? ValueOf(EmulatedVideo video, TikTokCreator creator, string field)
    {
        var id = video.Id.ToString(CultureInfo.InvariantCulture);
        return field switch
        {
            "id" => id,
            "create_time" => video.CreatedAt.ToUnixTimeSeconds(),
            "cover_image_url" => $"https://example.com/covers/{id}.webp",
            "share_url" => $"https://www.tiktok.com/@{Uri.EscapeDataString(creator.Username)}/video/{id}",
            "video_description" => video.Description,
            "title" => video.Title,
            "duration" => video.DurationSeconds,
            "height" => 1920,
            "width" => 1080,
            "embed_html" => $"<blockquote cite=\"https://www.tiktok.com/embed/{id}\"></blockquote>",
            "embed_link" => $"https://www.tiktok.com/player/v1/{id}",
            "is_aigc" => false,
            _ => 0,
        };
    }
}
