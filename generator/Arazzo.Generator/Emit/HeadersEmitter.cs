using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the struct for the headers that an operation's answers document.</summary>
internal static class HeadersEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, HeadersModel model)
    {
        writer.Line("/// <summary>The documented headers of an answer. One that is not there, or not of its type, is null.</summary>");
        writer.Line("/// <param name=\"headers\">The headers of an <see cref=\"global::Arazzo.Runtime.ApiResponse\"/> or an <see cref=\"global::Arazzo.Runtime.ApiException\"/>.</param>");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} readonly struct {model.Name}(global::Arazzo.Runtime.ResponseHeaders headers)"))
        {
            for (var index = 0; index < model.Headers.Count; index++)
            {
                if (index > 0)
                {
                    writer.Line();
                }
                var header = model.Headers[index];
                writer.Documentation("summary", string.IsNullOrWhiteSpace(header.Documentation) ? header.WireName : header.Documentation);
                if (header.IsDeprecated)
                {
                    writer.Line("[global::System.Obsolete(\"The API's description marks this header as deprecated.\")]");
                }
                Property(writer, types, header);
            }
        }
    }

    private static void Property(SourceWriter writer, TypeSyntax types, HeaderModel header)
    {
        var name = CSharpText.Literal(header.WireName);
        var type = types.Type(header.Type);
        const string list = "global::System.Collections.Generic.IReadOnlyList";
        var (result, value) = header.Form switch
        {
            HeaderForm.Text => ("string?", $"headers[{name}]"),
            HeaderForm.Texts => ($"{list}<string>", $"headers.ReadAll({name})"),
            HeaderForm.List => ($"{list}<{type}>?", $"headers.ReadList{types.Arguments(header.Type)}({name})"),
            HeaderForm.Json => (type + "?", $"headers.ReadJson{Struct(header)}{types.Arguments(header.Type)}({name})"),
            _ => (type + "?", $"headers.Read{Struct(header)}{types.Arguments(header.Type)}({name})"),
        };
        writer.Line($"public {result} {header.Name} => {value};");
    }

    private static string Struct(HeaderModel header) => header.Type.IsValueType ? "Value" : "";
}
