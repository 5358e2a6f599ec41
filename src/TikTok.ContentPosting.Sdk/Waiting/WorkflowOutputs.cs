namespace TikTok.ContentPosting;

public sealed partial class DirectPostVideoOutputs
{
    /// <summary>The ids of the public posts, exact; empty when there is none (yet).</summary>
    public IReadOnlyList<long> PostIds => PostIdReader.Read(PublicPostIds);
}

public sealed partial class DirectPostPhotosOutputs
{
    /// <summary>The ids of the public posts, exact; empty when there is none (yet).</summary>
    public IReadOnlyList<long> PostIds => PostIdReader.Read(PublicPostIds);
}

public sealed partial class WaitUntilPublishedOutputs
{
    /// <summary>The ids of the public posts, exact; empty when there is none (yet).</summary>
    public IReadOnlyList<long> PostIds => PostIdReader.Read(PublicPostIds);
}

public sealed partial class WaitUntilPubliclyAvailableOutputs
{
    /// <summary>The ids of the public posts, exact.</summary>
    public IReadOnlyList<long> PostIds => PostIdReader.Read(PublicPostIds);
}
