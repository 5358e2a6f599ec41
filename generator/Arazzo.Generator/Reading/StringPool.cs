namespace Arazzo.Generator.Reading;

/// <summary>Short strings, each once: the same keys and words come thousands of times in a document.</summary>
internal sealed class StringPool
{
    private const int Longest = 32;
    private const int Slots = 4096;

    private readonly string?[] _strings = new string?[Slots];

    public string Get(string text) => text.Length > Longest ? text : Get(text, 0, text.Length);

    public string Get(string text, int start, int length)
    {
        if (length > Longest)
        {
            return text.Substring(start, length);
        }
        var hash = 2166136261u;
        for (var index = start; index < start + length; index++)
        {
            hash = unchecked((hash ^ text[index]) * 16777619u);
        }
        ref var slot = ref _strings[(hash ^ (hash >> 15)) % Slots];
        if (slot is null || slot.Length != length || string.CompareOrdinal(slot, 0, text, start, length) != 0)
        {
            slot = length == text.Length ? text : text.Substring(start, length);
        }
        return slot;
    }
}
