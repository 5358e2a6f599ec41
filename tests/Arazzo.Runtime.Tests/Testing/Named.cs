using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>Types that tell which documented answer was chosen.</summary>
internal static class Named
{
    public sealed class Exact : IJsonCodec<Exact>
    {
        public static Exact ReadJson(ref Utf8JsonReader json) => Skip(ref json, new Exact());

        public static void WriteJson(JsonOutput json, Exact value) => throw new NotSupportedException();
    }

    public sealed class Range : IJsonCodec<Range>
    {
        public static Range ReadJson(ref Utf8JsonReader json) => Skip(ref json, new Range());

        public static void WriteJson(JsonOutput json, Range value) => throw new NotSupportedException();
    }

    public sealed class Default : IJsonCodec<Default>
    {
        public static Default ReadJson(ref Utf8JsonReader json) => Skip(ref json, new Default());

        public static void WriteJson(JsonOutput json, Default value) => throw new NotSupportedException();
    }

    public readonly struct ExactSuccess : IJsonCodec<Order>
    {
        public static Order ReadJson(ref Utf8JsonReader json) => Skip(ref json, new Order { Id = "exact" });

        public static void WriteJson(JsonOutput json, Order value) => throw new NotSupportedException();
    }

    public readonly struct RangeSuccess : IJsonCodec<Order>
    {
        public static Order ReadJson(ref Utf8JsonReader json) => Skip(ref json, new Order { Id = "range" });

        public static void WriteJson(JsonOutput json, Order value) => throw new NotSupportedException();
    }

    private static T Skip<T>(ref Utf8JsonReader json, T value)
    {
        json.Skip();
        return value;
    }
}
