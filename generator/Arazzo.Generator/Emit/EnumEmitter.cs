using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints an open enum with its JSON.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        var name = model.Name;
        writer.Documentation("summary", model.Documentation);
        writer.Line("/// <remarks>Open: a value that the API's description does not list is kept as it came.</remarks>");
        writer.Line(SourceFile.GeneratedCode);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(JsonCodecConverter<{name}>))]");
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} readonly partial record struct {name} : IJsonCodec<{name}>"))
        {
            writer.Line($$"""
                private static readonly JsonNames _names = new({{string.Join(", ", model.Members.Select(static member => CSharpText.Literal(member.Value)))}});
                private readonly string? _value;

                /// <summary>Makes a value from its text as it stands in JSON, whether it is known or not.</summary>
                public {{name}}(string value) => _value = JsonNames.Text(value);

                """);
            foreach (var member in model.Members)
            {
                MemberDocumentation(writer, member);
                writer.Line($"public static {name} {member.Name} => new({CSharpText.Literal(member.Value)});");
            }
            writer.Line($$"""

                /// <summary>The text as it stands in JSON; empty for the default value.</summary>
                public string Value => _value ?? "";
                /// <summary>Whether the API's description lists the value.</summary>
                public bool IsKnown => _names.Contains(Value);

                public override string ToString() => Value;
                static {{name}} IJsonCodec<{{name}}>.ReadJson(ref global::System.Text.Json.Utf8JsonReader json) => new(_names.ReadString(ref json));
                static void IJsonCodec<{{name}}>.WriteJson(JsonOutput json, {{name}} value) => json.WriteStringValue(value.Value);
                """);
        }
    }

    /// <summary>Writes what a value means, and how it stands in JSON, unless its name says so.</summary>
    public static void MemberDocumentation(SourceWriter writer, EnumMemberModel member)
    {
        var isSaid = string.IsNullOrWhiteSpace(member.Documentation) && string.Equals(member.Name, member.Value.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
        writer.Documentation("summary", member.Documentation, isSaid ? null : $"<c>{CSharpText.Escape(member.Value)}</c>");
    }
}
