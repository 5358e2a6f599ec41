using System.Collections.Immutable;
using Arazzo.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>What a test's project refers to: the framework, the runtime, and a clock that stands still.</summary>
internal static class TestReferences
{
    public static ImmutableArray<MetadataReference> All { get; } = Load();

    private static ImmutableArray<MetadataReference> Load()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework);
        string[] own = [typeof(IJsonCodec<>).Assembly.Location, typeof(FakeTimeProvider).Assembly.Location];
        return [.. platform.Concat(own).Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
