using System.Reflection;
using Arazzo.Generator.Binding.Names;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Generator.Tests.Binding;

public sealed class TypeNamesTests
{
    [Fact]
    public void Names_that_emitted_code_uses_without_a_namespace__are_those_of_the_runtime()
    {
        var runtime = typeof(IJsonCodec<>).Assembly.GetExportedTypes()
            .Where(static type => type.Namespace == "Arazzo.Runtime.CompilerServices" && !type.IsNested)
            .Select(static type => type.Name.Split('`')[0])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var reserved = (IEnumerable<string>)typeof(TypeNames).GetField("Reserved", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Assert.Equal(runtime, reserved.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Pet", "Pet")]
    [InlineData("ApiRequest", "ApiRequestModel")]
    [InlineData("apirequest", "apirequestModel")]
    public void Name_is_taken_without_regard_to_case__next_alternative_is_given(string name, string expected) =>
        Assert.Equal(expected, new TypeNames().Claim("Tests", name, [name + "Model"], "text"));
}
