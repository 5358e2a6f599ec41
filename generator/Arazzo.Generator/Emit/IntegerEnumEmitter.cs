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
        writer.Line(SourceFile.GeneratedCodec(name));
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} readonly partial record struct {name}(long Value) : IOpenInteger<{name}>"))
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

                public bool IsKnown => {{known}};
                public static implicit operator {{name}}(long value) => new(value);
                public static explicit operator long({{name}} value) => value.Value;
                public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
                """);
        }
    }
}
