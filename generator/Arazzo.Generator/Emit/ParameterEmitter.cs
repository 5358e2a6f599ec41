using System.Text;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how parameters get into a request: one call for the path, and one for each of the others.</summary>
internal readonly struct ParameterEmitter(TypeSyntax types)
{
    public List<string> Calls(OperationModel operation)
    {
        var calls = new List<string>();
        if (operation.Parameters.Any(static parameter => parameter.Location == ParameterLocation.Path))
        {
            calls.Add($".Path($\"{Path(operation)}\")");
        }
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Location != ParameterLocation.Path)
            {
                calls.Add(Call(parameter));
            }
        }
        return calls;
    }

    /// <summary>The call that adds a parameter: <c>.Query("limit", limit)</c>.</summary>
    private string Call(ParameterModel parameter)
    {
        var arguments = new StringBuilder();
        if (parameter.Location != ParameterLocation.QueryString)
        {
            arguments.Append(CSharpText.Literal(parameter.WireName)).Append(", ");
        }
        arguments.Append(parameter.Name);
        if (parameter.Form is ParameterForm.List or ParameterForm.Value)
        {
            Styled(parameter, arguments);
        }
        if (parameter is { Location: ParameterLocation.Cookie, Style: ParameterStyle.Cookie })
        {
            arguments.Append(", raw: true");
        }
        if (parameter is { IsRequired: true, Type: { IsValueType: false, IsNullable: false } } or { MayComeFromClient: true })
        {
            arguments.Append(", required: true");
        }
        if (!parameter.Fields.IsEmpty)
        {
            arguments.Append(", encodings: [").Append(string.Join(", ", parameter.Fields.Select(BodyEmitter.Encoding))).Append(']');
        }
        if (parameter is { Location: ParameterLocation.Query, AllowReserved: true })
        {
            arguments.Append(", allowReserved: true");
        }
        return $".{Method(parameter)}({arguments})";
    }

    private string Method(ParameterModel parameter)
    {
        var codec = types.Arguments(parameter.Type.IsValueType ? parameter.Type : parameter.Type.NotNull());
        return parameter.Location + parameter.Form switch
        {
            ParameterForm.Scalar => parameter.Location == ParameterLocation.QueryString ? "Text" : "",
            ParameterForm.List => "List",
            ParameterForm.Value => codec,
            _ => parameter.Form + codec,
        };
    }

    /// <summary>What is not the usual way of the place.</summary>
    private static void Styled(ParameterModel parameter, StringBuilder arguments)
    {
        switch (parameter.Location)
        {
            case ParameterLocation.Header:
                arguments.Append(parameter switch
                {
                    { Form: ParameterForm.Value, Explode: true } => ", explode: true",
                    { Style: ParameterStyle.SpaceDelimited } => ", ' '",
                    { Style: ParameterStyle.PipeDelimited } => ", '|'",
                    { Style: ParameterStyle.TabDelimited } => ", '\\t'",
                    _ => "",
                });
                return;
            case ParameterLocation.Query when parameter.Style != ParameterStyle.Form:
                arguments.Append(", ParameterStyle.").Append(parameter.Style);
                break;
        }
        if (!parameter.Explode && parameter.Style != ParameterStyle.DeepObject)
        {
            arguments.Append(", explode: false");
        }
        if (parameter is { Location: ParameterLocation.Query, AllowEmpty: true })
        {
            arguments.Append(", allowEmpty: true");
        }
    }

    /// <summary>The path as an interpolated string whose holes are the path parameters.</summary>
    private string Path(OperationModel operation)
    {
        var path = operation.Path;
        var result = new StringBuilder();
        var position = 0;
        for (var close = path.IndexOf('}'); close >= 0; close = path.IndexOf('}', close + 1))
        {
            var open = path.LastIndexOf('{', close);
            if (open < position || Find(path.Substring(open + 1, close - open - 1)) is not { } parameter)
            {
                continue;
            }
            result.Append(CSharpText.Interpolated(path.Substring(position, open - position))).Append('{').Append(Hole(parameter)).Append('}');
            position = close + 1;
        }
        return result.Append(CSharpText.Interpolated(path.Substring(position))).ToString();

        ParameterModel? Find(string name) => operation.Parameters
            .FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path && parameter.WireName == name);
    }

    private string Hole(ParameterModel parameter)
    {
        var name = parameter.Name;
        var wireName = CSharpText.Literal(parameter.WireName);
        var style = "ParameterStyle." + parameter.Style;
        var explode = parameter.Explode ? ", explode: true" : "";
        return parameter.Form switch
        {
            ParameterForm.Scalar when parameter.Style == ParameterStyle.Simple => parameter.AllowReserved ? name + ":+" : name,
            ParameterForm.Scalar => $"PathText.Value({wireName}, {name}, {style})",
            ParameterForm.List => $"PathText.List({wireName}, {name}, {style}{explode})",
            ParameterForm.Value => Enclosed($"PathText.Value{types.Arguments(parameter.Type)}({wireName}, {name}, {style}{explode})"),
            _ => Enclosed($"PathText.Json{types.Arguments(parameter.Type)}({name})"),
        };

        // In a hole a colon begins the format, unless it is in parentheses: that of global:: as well.
        static string Enclosed(string call) => call.IndexOf("::", StringComparison.Ordinal) < 0 ? call : $"({call})";
    }
}
