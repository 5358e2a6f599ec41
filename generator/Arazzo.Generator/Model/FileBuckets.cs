namespace Arazzo.Generator.Model;

/// <summary>
/// Spreads files over buckets by name. The driver compares the items of a stage by position: in one list, a file that is added would move
/// all that follow, and they would be emitted again.
/// </summary>
internal static class FileBuckets
{
    private const int Minimum = 64;

    public static EquatableArray<FileModel>[] Spread(EquatableArray<FileModel> files)
    {
        var size = Minimum;
        while (size < files.Count * 4)
        {
            size *= 2;
        }
        var buckets = new List<FileModel>?[size];
        foreach (var file in files)
        {
            (buckets[Hash(file.HintName) & (size - 1)] ??= []).Add(file);
        }
        return Array.ConvertAll(buckets, static bucket => bucket?.ToEquatableArray() ?? default);
    }

    /// <summary>FNV-1a: unlike that of <see cref="string"/>, the same in every process, so that the order of the files is, too.</summary>
    private static int Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }
        return unchecked((int)(hash ^ (hash >> 16)) & int.MaxValue);
    }
}
