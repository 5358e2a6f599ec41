using System.Reflection;
using System.Runtime.CompilerServices;

namespace TikTok.ContentPosting.Tests;

/// <summary>Programs that load and unload assemblies, as those with plug-ins do.</summary>
public sealed class PluginTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// <see cref="PoolingAsyncValueTaskMethodBuilder"/> keeps its pool in fields of threads, and .NET 10 corrupts its memory when types of an assembly that can be unloaded are in there,
    /// as the types of generated code are in such a program: the process dies of a segmentation fault some time later.
    /// </summary>
    [Theory]
    [InlineData(typeof(ApiClientOptions))]
    [InlineData(typeof(VideoUploads))]
    public void Asynchronous_methods__pool_nothing_in_fields_of_threads(Type type)
    {
        var types = type.Assembly.GetTypes();

        Assert.Contains(types.SelectMany(static type => type.GetMethods(All)), static method => method.IsDefined(typeof(AsyncStateMachineAttribute)));
        Assert.DoesNotContain(types.SelectMany(static type => type.GetMethods(All)), static method => method.IsDefined(typeof(AsyncMethodBuilderAttribute)));
        Assert.DoesNotContain(types.SelectMany(static type => type.GetFields(All)), static field => field.IsDefined(typeof(ThreadStaticAttribute)) && !field.FieldType.IsPrimitive);
    }
}
