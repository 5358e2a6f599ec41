using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints a union: what is common to all of them is in the runtime's <c>JsonUnion</c>.</summary>
internal static class UnionEmitter
{
    private const string JsonElement = "global::System.Text.Json.JsonElement";

    // What a type of the same name would be taken for inside of the class.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Equals", "FromUnknown", "GetHashCode", "GetType", "Index", "IsKnown", "Match", "MemberwiseClone", "ReferenceEquals", "Shapes", "ToString", "TryGet",
        "TryGetUnknown", "Value",
    };

    public static void Emit(SourceWriter writer, UnionModel model)
    {
        var name = model.Name;
        var types = new TypeSyntax(model.Namespace, Members);
        writer.Documentation("summary", model.Documentation);
        var cases = string.Join(", ", model.Cases.Select(item => $"<c>{item.Name}</c>"));
        writer.Line($"/// <remarks>{(cases.Length == 0 ? "Any" : $"One of {cases}; any other")} JSON is kept as it came.</remarks>");
        if (model.IsDeprecated)
        {
            writer.Line("[global::System.Obsolete(\"The API's description marks this type as deprecated.\")]");
        }
        writer.Line(SourceFile.GeneratedCodec(name));
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {name} : global::Arazzo.Runtime.JsonUnion, IJsonCodec<{name}>{(model.IsValidated ? ", IValidated" : "")}"))
        {
            writer.Line($"private {name}(object value, int index) : base(value, index) {{ }}");
            for (var index = 0; index < model.Cases.Count; index++)
            {
                Case(writer, types, name, model.Cases[index], index + 1);
            }
            writer.Line();
            writer.Line("/// <summary>Wraps JSON that is none of the documented types; it is written as it is.</summary>");
            writer.Line($"public static {name} FromUnknown({JsonElement} json) => new(json, 0);");
            writer.Line();
            Match(writer, types, model);
            writer.Line();
            if (model.IsValidated)
            {
                ObjectValidationEmitter.Emit(writer, types, model);
                writer.Line();
            }
            UnionReadEmitter.Emit(writer, types, model);
            writer.Line();
            Write(writer, types, model);
        }
    }

    private static void Case(SourceWriter writer, TypeSyntax types, string name, UnionCaseModel item, int index)
    {
        var type = types.NotNull(item.Type);
        writer.Line();
        // C# lets no interface convert itself, and lists and maps are interfaces.
        var isConvertible = item.Type.Kind is not (TypeKind.List or TypeKind.Map);
        writer.Line(isConvertible
            ? $"public static implicit operator {name}({type} value) => new(value, {index});"
            : $"public static {name} From{item.Name}({type} value) => new(value, {index});");
        writer.Line(item.Type.IsValueType
            ? $"public bool TryGet{item.Name}(out {type} value) => TryGet({index}, out value);"
            : $"public bool TryGet{item.Name}([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {type}? value) => TryGet({index}, out value);");
    }

    private static void Match(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        writer.Line("/// <summary>Calls the handler of the case that it is.</summary>");
        writer.Line("public TResult Match<TResult>(");
        writer.Indentation++;
        foreach (var item in model.Cases)
        {
            writer.Line($"global::System.Func<{types.NotNull(item.Type)}, TResult> on{item.Name},");
        }
        writer.Line($"global::System.Func<{JsonElement}, TResult> onUnknown) => Index switch");
        writer.Indentation--;
        writer.Line("{");
        writer.Indentation++;
        for (var index = 0; index < model.Cases.Count; index++)
        {
            writer.Line($"{CSharpText.Number(index + 1)} => on{model.Cases[index].Name}(({types.NotNull(model.Cases[index].Type)})Value),");
        }
        writer.Line($"_ => onUnknown(({JsonElement})Value),");
        writer.Indentation--;
        writer.Line("};");
    }

    private static void Write(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        using (writer.Block($"static void IJsonCodec<{model.Name}>.WriteJson(JsonOutput json, {model.Name} value)"))
        {
            using (writer.Block("switch (value.Index)"))
            {
                for (var index = 0; index < model.Cases.Count; index++)
                {
                    var type = model.Cases[index].Type;
                    writer.Line($"case {CSharpText.Number(index + 1)}: json.Write{types.CodecArguments(type)}(({types.NotNull(type)})value.Value); break;");
                }
                writer.Line($"default: AnyCodec.WriteJson(json, ({JsonElement})value.Value); break;");
            }
        }
    }
}
