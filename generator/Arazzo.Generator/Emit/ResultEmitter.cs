using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints the class for the results of an operation whose successes have different bodies.</summary>
internal static class ResultEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, ResultModel model)
    {
        writer.Line("/// <summary>One of several answers, by its status.</summary>");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {model.Name}"))
        {
            writer.Line("private readonly object? _body;");
            writer.Line();
            writer.Line($"internal {model.Name}(int statusCode, object? body) => (StatusCode, _body) = (statusCode, body);");
            writer.Line();
            writer.Line("/// <summary>The HTTP status.</summary>");
            writer.Line("public int StatusCode { get; }");
            foreach (var @case in model.Cases)
            {
                writer.Line();
                Case(writer, types, model, @case);
            }
            writer.Line();
            Match(writer, types, model);
        }
    }

    private static void Case(SourceWriter writer, TypeSyntax types, ResultModel model, ResultCaseModel @case)
    {
        writer.Line($"/// <summary>Whether the status is {Statuses(@case)}.</summary>");
        if (@case.Type is not { } type)
        {
            writer.Line($"public bool Is{@case.Name} => {Test(model, @case)};");
            return;
        }
        var attribute = type.IsNullable || type.IsValueType ? "" : "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] ";
        var nullable = type.IsValueType ? types.Type(type) : types.Type(type.OrNull());
        writer.Line("/// <param name=\"body\">Its body.</param>");
        writer.Line("/// <returns>Whether it is.</returns>");
        using (writer.Block($"public bool TryGet{@case.Name}({attribute}out {nullable} body)"))
        {
            writer.Line($"var found = {Test(model, @case)};");
            writer.Line($"body = found ? ({types.Type(type)})_body! : default;");
            writer.Line("return found;");
        }
    }

    private static void Match(SourceWriter writer, TypeSyntax types, ResultModel model)
    {
        writer.Line("/// <summary>Asks for what to do in each case.</summary>");
        foreach (var @case in model.Cases)
        {
            writer.Line($"/// <param name=\"{Parameter(@case).TrimStart('@')}\">For the status {Statuses(@case)}.</param>");
        }
        writer.Line("/// <typeparam name=\"TMatched\">What it gives.</typeparam>");
        writer.Line("/// <returns>What the one for the status gives.</returns>");
        var parameters = model.Cases.Select(@case => $"global::System.Func<{(@case.Type is { } type ? types.Type(type) + ", " : "")}TMatched> {Parameter(@case)}");
        using (writer.Block($"public TMatched Match<TMatched>({string.Join(", ", parameters)}) => StatusCode switch", ";"))
        {
            for (var index = 0; index < model.Cases.Count; index++)
            {
                var @case = model.Cases[index];
                var pattern = index == model.Cases.Count - 1 ? "_" : CSharpText.Number(@case.Status);
                writer.Line($"{pattern} => {Parameter(@case)}({(@case.Type is { } type ? $"({types.Type(type)})_body!" : "")}),");
            }
        }
    }

    /// <summary>A range stands for what the exact statuses leave, and comes last.</summary>
    private static string Test(ResultModel model, ResultCaseModel @case)
    {
        if (@case.Status >= 10)
        {
            return "StatusCode == " + CSharpText.Number(@case.Status);
        }
        var others = model.Cases.Where(static other => other.Status >= 10).Select(static other => CSharpText.Number(other.Status)).ToList();
        return others.Count == 0 ? "true" : $"StatusCode is not ({string.Join(" or ", others)})";
    }

    private static string Statuses(ResultCaseModel @case) => @case.Status >= 10 ? CSharpText.Number(@case.Status) : @case.Status == 0 ? "any other" : $"any other {@case.Status}xx";

    private static string Parameter(ResultCaseModel @case) => CSharpName.Camel(@case.Name);
}
