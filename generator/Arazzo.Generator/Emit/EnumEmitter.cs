using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints an open enum with its JSON.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        var name = model.Name;
        writer.Documentation("summary", model.Documentation);
        writer.Line(SourceFile.GeneratedCodec(name));
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} readonly partial record struct {name}(string Value) : IOpenString<{name}>"))
        {
            foreach (var member in model.Members)
            {
                MemberDocumentation(writer, member);
                writer.Line($"public static {name} {member.Name} => new({CSharpText.Literal(member.Value)});");
            }
            writer.Line($$"""

                private readonly string? _value = JsonNames.Text(Value);
                public string Value { get => _value ?? ""; init => _value = JsonNames.Text(value); }
                public bool IsKnown => IOpenString<{{name}}>.IsListed(this);
                public override string ToString() => Value;
                static JsonNames IOpenString<{{name}}>.Names { get; } = new({{string.Join(", ", model.Members.Select(static member => CSharpText.Literal(member.Value)))}});
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
