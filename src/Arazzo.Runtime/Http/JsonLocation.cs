using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Finds where in a JSON text reading failed, by reading its tokens once more: a success pays nothing for it.</summary>
internal static class JsonLocation
{
    private const int MaxPathLength = 256;

    /// <summary>The path of the token at a position, or of the place where the JSON itself breaks, whichever comes first.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="options">Those of the reader that failed.</param>
    /// <param name="failed">The offset of the token that could not be read.</param>
    /// <returns>The path, such as <c>$.data.items[3]</c>, and the offset in bytes.</returns>
    public static (string Path, long Position) Find(ReadOnlySpan<byte> utf8, JsonReaderOptions options, long failed)
    {
        var json = new Utf8JsonReader(utf8, options);
        var frames = new Stack<Frame>();
        try
        {
            while (json.Read())
            {
                Step(ref json, frames);
                if (IsAt(ref json, failed))
                {
                    break;
                }
            }
            return (Path(frames), failed);
        }
        catch (JsonException exception)
        {
            // It breaks in what should follow the last token.
            if (json.TokenType != JsonTokenType.PropertyName && frames.TryPeek(out var frame))
            {
                frame.Index++;
                frame.Name = null;
            }
            return (Path(frames), Offset(utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0));
        }
    }

    /// <summary>The path of a token in the value whose first token a reader stands on.</summary>
    /// <param name="json">The reader. All of the value can be read.</param>
    /// <param name="failed">The offset of the token.</param>
    /// <returns>The path; the value itself is <c>$</c>.</returns>
    public static string Find(Utf8JsonReader json, long failed)
    {
        var frames = new Stack<Frame>();
        do
        {
            Step(ref json, frames);
        }
        while (!IsAt(ref json, failed) && json.Read());
        return Path(frames);
    }

    private static bool IsAt(ref Utf8JsonReader json, long failed) => json.TokenStartIndex >= failed && json.TokenType != JsonTokenType.PropertyName;

    private static long Offset(ReadOnlySpan<byte> utf8, long line, long column)
    {
        var start = 0;
        for (; line > 0 && utf8[start..].IndexOf((byte)'\n') is var end and >= 0; line--)
        {
            start += end + 1;
        }
        return Math.Min(start + column, utf8.Length);
    }

    private static void Step(ref Utf8JsonReader json, Stack<Frame> frames)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                frames.Peek().Name = PropertyName(ref json);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                frames.Pop();
                return;
        }
        if (frames.TryPeek(out var parent) && parent.IsArray)
        {
            parent.Index++;
        }
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            frames.Push(new Frame { IsArray = json.TokenType == JsonTokenType.StartArray });
        }
    }

    private static string PropertyName(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static string Path(Stack<Frame> frames)
    {
        var path = new StringBuilder("$");
        foreach (var frame in frames.Reverse())
        {
            if (frame.IsArray)
            {
                if (frame.Index >= 0)
                {
                    path.Append('[').Append(frame.Index).Append(']');
                }
            }
            else if (frame.Name is { } name)
            {
                Append(path, name);
            }
            if (path.Length > MaxPathLength)
            {
                return path.ToString(0, MaxPathLength) + "...";
            }
        }
        return path.ToString();
    }

    private static void Append(StringBuilder path, string name)
    {
        if (name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
        {
            path.Append('.').Append(name);
            return;
        }
        path.Append("['");
        foreach (var character in name)
        {
            path.Append(char.IsControl(character) || character is '\'' or '\\' ? '?' : character);
        }
        path.Append("']");
    }

    private sealed class Frame
    {
        public bool IsArray { get; init; }

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
