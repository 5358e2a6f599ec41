
namespace Arazzo.Runtime.Tests.Json;

public class OptionalTests
{
    [Fact]
    public void Absent_is_not_null()
    {
        Optional<string?> absent = default;
        Optional<string?> none = null;
        Assert.False(absent.IsPresent);
        Assert.True(none.IsPresent);
        Assert.Null(none.Value);
        Assert.NotEqual(absent, none);
        Assert.True(absent != none);
    }

    [Fact]
    public void Equal_values_are_equal()
    {
        Optional<int> left = 1;
        Optional<int> right = 1;
        Assert.True(left == right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal("1", left.ToString());
    }
}
