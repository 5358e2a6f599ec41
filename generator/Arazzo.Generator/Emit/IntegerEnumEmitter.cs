using System.Globalization;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints an open enum of integers with its JSON.</summary>
internal static class IntegerEnumEmitter
{
    // A pattern costs the compiler time that grows with the square of its length.
    private const int MostInPattern = 64;

    public static void Emit(SourceWriter writer, EnumModel model)
    {
        var name = model.Name;
        writer.Documentation("summary", model.Documentation);
        writer.Line("/// <remarks>Open: a number that the API's description does not list is kept as it came.</remarks>");
        writer.Line("/// <param name=\"Value\">The number as it stands in JSON.</param>");
        writer.Line(SourceFile.GeneratedCode);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(JsonCodecConverter<{name}>))]");
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} readonly partial record struct {name}(long Value) : IJsonCodec<{name}>"))
        {
            var isLong = model.Members.Count > MostInPattern;
            if (isLong)
            {
                var values = model.Members.Select(static member => long.Parse(member.Value, CultureInfo.InvariantCulture)).OrderBy(static value => value);
                writer.Line($"private static readonly long[] _sorted = [{string.Join(", ", values.Select(static value => value.ToString(CultureInfo.InvariantCulture) + "L"))}];");
                writer.Line();
            }
            foreach (var member in model.Members)
            {
                EnumEmitter.MemberDocumentation(writer, member);
                writer.Line($"public static {name} {member.Name} => new({member.Value}L);");
            }
            var known = isLong
                ? "global::System.Array.BinarySearch(_sorted, Value) >= 0"
                : "Value is " + string.Join(" or ", model.Members.Select(static member => member.Value + "L"));
            writer.Line($$"""

                /// <summary>Whether the API's description lists the number.</summary>
                public bool IsKnown => {{known}};

                /// <summary>Takes any number, whether it is known or not.</summary>
                public static implicit operator {{name}}(long value) => new(value);

                /// <summary>The number as it stands in JSON.</summary>
                public static explicit operator long({{name}} value) => value.Value;

                public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
                static {{name}} IJsonCodec<{{name}}>.ReadJson(ref global::System.Text.Json.Utf8JsonReader json) => new(Int64Codec.ReadJson(ref json));
                static void IJsonCodec<{{name}}>.WriteJson(JsonOutput json, {{name}} value) => json.WriteNumberValue(value.Value);
                """);
        }
    }
}
