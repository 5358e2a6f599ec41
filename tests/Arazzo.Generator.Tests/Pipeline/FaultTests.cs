using Arazzo.Generator.Binding;
using Arazzo.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Pipeline;

public sealed class FaultTests
{
    [Fact]
    public void Emitting_a_file_throws__one_error_names_it_and_nothing_is_thrown()
    {
        var diagnostics = new List<Diagnostic>();
        ArazzoGenerator.Emit(new StrangeModel("Models/Strange"), static (_, _) => { }, diagnostics.Add, CancellationToken.None);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("ARZ0901", diagnostic.Id);
        Assert.Equal(
            "The generator failed at 'Models/Strange'. Please report this with the specification: System.InvalidOperationException: No emitter for StrangeModel.",
            diagnostic.GetMessage(null));
    }

    [Fact]
    public void Compiler_cancels_while_emitting__cancellation_goes_through()
    {
        var model = new EnumModel("Models/Status", Visibility.Public, "Tests", "Status", null, "specs/a.yml", IsInteger: false, [new EnumMemberModel("Open", "open")]);
        Assert.Throws<OperationCanceledException>(() =>
            ArazzoGenerator.Emit(new TypesModel("Models/Status", [model]), static (_, _) => { }, static _ => { }, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Two_files_have_one_name_but_for_case__first_is_emitted_and_the_other_reported()
    {
        var first = new StrangeModel("Models/Video");
        var result = new BindingResult([first, new StrangeModel("Models/video"), new StrangeModel("Models/Photo")], []).WithDistinctHintNames();
        Assert.Equal(["Models/Video", "Models/Photo"], result.Files.Select(static file => file.HintName));
        Assert.Equal("ARZ0901", Assert.Single(result.Diagnostics).Descriptor.Id);
    }

    [Fact]
    public void A_file_is_added__the_others_stay_where_they_are()
    {
        var names = Enumerable.Range(0, 200).Select(static number => $"Models/Type{number}").ToList();
        var before = Places(names);
        var after = Places(["Models/Added", .. names]);
        Assert.Empty(before.Except(after));
    }

    private static List<(string, int)> Places(IEnumerable<string> names) =>
    [
        .. FileBuckets.Spread(names.Select(static name => (FileModel)new StrangeModel(name)).ToEquatableArray())
            .SelectMany(static (bucket, place) => bucket.Select(file => (file.HintName, place))),
    ];

    private sealed record StrangeModel(string HintName) : FileModel(HintName);
}
