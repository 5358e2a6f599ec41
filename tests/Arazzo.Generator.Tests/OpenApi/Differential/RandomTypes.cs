using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>Generators of types and of the scalars in them.</summary>
internal static class RandomTypes
{
    private static readonly string[] Pieces =
        ["a", "B", "z9", " ", "\"", "\\", "/", "<", "&", "'", "+", "é", "ß", "日本", "😀", "\u0001", "\u007f", "\t", "\n", "\u2028", "_", "-", ".", "$", "@", "#", "{", "]", "%", "class", "id"];

    /// <summary>Any text that Unicode has: quotes, controls, surrogate pairs.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces)).Resize(5);

    private static readonly Gen<long> Long = Gen.OneOf(
        Gen.Elements(0L, 1L, -1L, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue), Gen.Choose(int.MinValue, int.MaxValue).Select(static high => ((long)high << 21) ^ high));

    private static readonly Gen<long> Ticks = Long.Select(static number => Math.Abs(number % TimeSpan.TicksPerDay));

    private static readonly Gen<int> Days = Gen.Choose(0, DateOnly.MaxValue.DayNumber);

    public static IReadOnlyList<ScalarType> Scalars { get; } =
    [
        new("string", null, "string", Text.Select(static text => (object?)text)),
        new("boolean", null, "bool", Gen.Elements<object?>(true, false)),
        new("integer", null, "long", Long.Select(static number => (object?)number)),
        new("integer", "int32", "int", Long.Select(static number => (object?)unchecked((int)number))),
        new("integer", "uint64", "ulong", Long.Select(static number => (object?)unchecked((ulong)number))),
        new("number", null, "double", Gen.OneOf(
            Gen.Elements<object?>(0.0, -0.0, 0.1, 1e300, double.Epsilon, double.MaxValue, 1.0 / 3),
            Long.Select(static bits => (object?)(double.IsFinite(BitConverter.Int64BitsToDouble(bits)) ? BitConverter.Int64BitsToDouble(bits) : 0.5)))),
        new("number", "float", "float", Gen.Choose(int.MinValue, int.MaxValue).Select(static bits => (object?)(float.IsFinite(BitConverter.Int32BitsToSingle(bits)) ? BitConverter.Int32BitsToSingle(bits) : 0.1f))),
        new("number", "decimal", "decimal", Gen.Choose(0, 28).Zip(Long, static (scale, digits) => (object?)new decimal((int)digits, (int)(digits >> 32), 0, digits < 0, (byte)scale))),
        new("string", "date-time", "DateTimeOffset", Days.Zip(Ticks).Zip(Gen.Choose(-14 * 60, 14 * 60), static (time, minutes) =>
            (object?)new DateTimeOffset(Math.Clamp((TimeSpan.TicksPerDay * time.Item1) + time.Item2, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(minutes)))),
        new("string", "date", "DateOnly", Days.Select(static day => (object?)DateOnly.FromDayNumber(day))),
        new("string", "time-local", "TimeOnly", Ticks.Select(static ticks => (object?)new TimeOnly(ticks))),
        new("string", "duration", "TimeSpan", Long.Select(static ticks => (object?)new TimeSpan(ticks))),
        new("string", "uuid", "Guid", Long.Zip(Long, static (high, low) => (object?)new Guid([.. BitConverter.GetBytes(high), .. BitConverter.GetBytes(low)]))),
        new("string", "uri", "Uri", Text.Select(static text => (object?)new Uri("https://a.test/" + Uri.EscapeDataString(text) + "?q=é"))),
        new("string", "byte", "byte[]", Gen.Choose(0, 255).Select(static number => (byte)number).ArrayOf().Select(static bytes => (object?)bytes)),
    ];

    /// <summary>A class of this name, whose nested classes are called after it.</summary>
    public static Gen<ObjectType> Object(string name, int depth) =>
        from count in Gen.Choose(0, 7)
        from names in Text.Where(static text => text.Any(char.IsLetterOrDigit)).ListOf(count)
        let distinct = names.Distinct(StringComparer.Ordinal).ToList()
        from properties in Gen.CollectToArray(distinct.Index(), property =>
            from type in Any(string.Create(CultureInfo.InvariantCulture, $"{name}_{property.Index}"), depth)
            from isRequired in Gen.Elements(true, false)
            from isNullable in Gen.Elements(true, false, false)
            select new Property(property.Item, type, isRequired, isNullable))
        from keepsOthers in Gen.Elements(true, false)
        select new ObjectType(name, properties, keepsOthers || distinct.Count == 0);

    /// <summary>A union of two to five types, in any order.</summary>
    private static Gen<RandomType> Union(string name, int depth) =>
        from tags in Gen.Choose(0, 3)
        from objects in Gen.CollectToArray(Enumerable.Range(0, tags), tag => Object(string.Create(CultureInfo.InvariantCulture, $"{name}{tag}"), depth)
            .Select(type => (RandomType)(type with { Properties = [new Property("tag", new TagType(string.Create(CultureInfo.InvariantCulture, $"t{tag}")), IsRequired: true, IsNullable: false), .. type.Properties] })))
        from list in Any(name + "l", 0).Select(static item => (RandomType)new ListType(item, HasNulls: false))
        from number in Gen.Elements(2, 5, 7)
        from cases in Gen.Shuffle<RandomType>([.. objects, list, Scalars[number], Scalars[0], Scalars[1]])
        from count in Gen.Choose(2, 5)
        select (RandomType)new UnionType(name, [.. cases.Take(count)]);

    private static Gen<RandomType> Any(string name, int depth)
    {
        var scalar = Gen.Elements(Scalars.AsEnumerable()).Select(static type => (RandomType)type);
        var enums = Gen.OneOf(
            Text.NonEmptyListOf().Select(static values => (RandomType)new EnumType([.. values.Distinct().Select(static value => JsonValue.Create(value))], Scalars[0])),
            Long.NonEmptyListOf().Select(static values => (RandomType)new EnumType([.. values.Distinct().Select(static value => JsonValue.Create(value))], Scalars[2])));
        if (depth == 0)
        {
            return Gen.Frequency((5, scalar), (1, enums));
        }
        // A map needs an object with a property beside it to be no map: objects without properties are maps.
        var nested = Object(name, depth - 1).Where(static type => type.Properties.Count > 0).Select(static type => (RandomType)type);
        return Gen.Frequency(
            (6, scalar),
            (2, enums),
            (2, Union(name + "u", depth - 1)),
            (2, Any(name + "i", depth - 1).Zip(Gen.Elements(true, false), static (item, hasNulls) => (RandomType)new ListType(item, hasNulls))),
            (1, Any(name + "v", depth - 1).Select(static value => (RandomType)new MapType(value))),
            (2, nested));
    }
}
