using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how a union is read: the kind of JSON value decides first, then what the document gives to tell the rest apart.</summary>
internal static class UnionReadEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        if (!model.Shapes.IsEmpty)
        {
            Shapes(writer, model);
            writer.Line();
        }
        using (writer.Block($"static {model.Name} IJsonCodec<{model.Name}>.ReadJson(ref global::System.Text.Json.Utf8JsonReader json)"))
        {
            // Where each alternative is anything, or the union itself, there is nothing to tell apart.
            if (model.Cases.Any(static item => (item.Kinds & ~JsonKinds.Null) != 0))
            {
                using var block = writer.Block("switch (json.TokenType)");
                Kind(writer, types, model, "String", [.. model.Strings]);
                Kind(writer, types, model, "Number", Positions(model, JsonKinds.Number));
                Kind(writer, types, model, "True or global::System.Text.Json.JsonTokenType.False", Positions(model, JsonKinds.Boolean));
                Kind(writer, types, model, "StartArray", Positions(model, JsonKinds.Array));
                Objects(writer, types, model);
            }
            writer.Line("return new(AnyCodec.ReadJson(ref json), 0);");
        }
    }

    private static List<int> Positions(UnionModel model, JsonKinds kind) =>
        [.. Enumerable.Range(0, model.Cases.Count).Where(index => (model.Cases[index].Kinds & kind) != 0)];

    /// <summary>A single case is read, and what is wrong with the value is an error, unless it is a number; of several, the first that can be read is it.</summary>
    private static void Kind(SourceWriter writer, TypeSyntax types, UnionModel model, string token, List<int> positions)
    {
        if (positions.Count == 0)
        {
            return;
        }
        writer.Line($"case global::System.Text.Json.JsonTokenType.{token}:");
        writer.Indentation++;
        var local = token.Split(' ')[0].Replace("Start", "").ToLowerInvariant();
        var isReturned = false;
        foreach (var position in positions)
        {
            var item = model.Cases[position];
            // What reads every string needs no attempt: nothing comes after it. A number that its type cannot hold is kept as it came.
            isReturned = (positions.Count == 1 && item.Type.Kind is not (TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Decimal or TypeKind.IntegerEnum)) || (item.Type.Kind is TypeKind.String or TypeKind.Enum && token == "String" && position == positions[positions.Count - 1]);
            var condition = token == "StartArray" && item.Elements is not (JsonKinds.Any or JsonKinds.None) ? $"json.HasElements({Kinds(item.Elements)}) && " : "";
            writer.Line(isReturned
                ? Return(types, item, position)
                : $"if ({condition}json.TryRead{types.Arguments(item.Type)}(out var {local}{CSharpText.Number(position + 1)})) return new({local}{CSharpText.Number(position + 1)}, {CSharpText.Number(position + 1)});");
        }
        if (!isReturned)
        {
            writer.Line("break;");
        }
        writer.Indentation--;
    }

    private static void Objects(SourceWriter writer, TypeSyntax types, UnionModel model)
    {
        var positions = Positions(model, JsonKinds.Object);
        if (positions.Count == 0)
        {
            return;
        }
        if (model.Discriminator is null && model.Shapes.IsEmpty)
        {
            Kind(writer, types, model, "StartObject", positions);
            return;
        }
        writer.Line("case global::System.Text.Json.JsonTokenType.StartObject:");
        writer.Indentation++;
        if (model.Discriminator is { } discriminator)
        {
            writer.Line($"var tag = json.Tag({CSharpText.Utf8Literal(discriminator)});");
            foreach (var position in positions)
            {
                var item = model.Cases[position];
                if (!item.Tags.IsEmpty)
                {
                    writer.Line($"if ({string.Join(" || ", item.Tags.Select(static tag => $"tag.Is({CSharpText.Utf8Literal(tag)})"))}) {Return(types, item, position)}");
                }
            }
        }
        if (!model.Shapes.IsEmpty)
        {
            writer.Line("var fits = Shapes.Fit(ref json);");
            using (writer.Block("while (fits.Next())"))
            {
                using (writer.Block("switch (fits.Index)"))
                {
                    foreach (var position in model.Shapes.Select(static shape => shape.Case).Distinct())
                    {
                        var number = CSharpText.Number(position + 1);
                        writer.Line($"case {number} when json.TryRead{types.Arguments(model.Cases[position].Type)}(fits, out var value{number}): return new(value{number}, {number});");
                    }
                }
            }
        }
        writer.Line(model.Default is { } other ? Return(types, model.Cases[other], other) : "break;");
        writer.Indentation--;
    }

    private static string Return(TypeSyntax types, UnionCaseModel item, int position) =>
        $"return new(json.Read{types.CodecArguments(item.Type)}(), {CSharpText.Number(position + 1)});";

    private static void Shapes(SourceWriter writer, UnionModel model)
    {
        var shapes = model.Shapes.Select(static shape => "\n    " + Shape(shape));
        writer.Line($"private static UnionShapes Shapes => field ??= new UnionShapes({string.Join(",", shapes)});");
    }

    private static string Shape(UnionShapeModel shape)
    {
        var text = $"new UnionShape({CSharpText.Number(shape.Case + 1)}, [{string.Join(", ", shape.Required.Select(Property))}], [{string.Join(", ", shape.Optional.Select(Property))}])";
        var constants = shape.Required.Concat(shape.Optional)
            .SelectMany(static property => property.Constants.Select(constant => $"({CSharpText.Literal(property.JsonName)}, {CSharpText.Literal(constant)})"))
            .ToList();
        var members = new List<string>();
        if (constants.Count > 0)
        {
            members.Add($"Constants = [{string.Join(", ", constants)}]");
        }
        if (shape.Values != JsonKinds.None)
        {
            members.Add($"Values = {Kinds(shape.Values)}");
        }
        return members.Count == 0 ? text : $"{text} {{ {string.Join(", ", members)} }}";
    }

    private static string Property(ShapePropertyModel property) => CSharpText.Literal(Words(property.Kinds) + " " + property.JsonName);

    private static string Words(JsonKinds kinds) => kinds == JsonKinds.Any ? "any" : string.Join("|", Single(kinds).Select(static kind => kind.ToString().ToLowerInvariant()));

    private static string Kinds(JsonKinds kinds) => kinds == JsonKinds.Any ? "JsonKinds.Any" : string.Join(" | ", Single(kinds).Select(static kind => $"JsonKinds.{kind}"));

    private static IEnumerable<JsonKinds> Single(JsonKinds kinds) =>
        new[] { JsonKinds.Null, JsonKinds.Boolean, JsonKinds.Number, JsonKinds.String, JsonKinds.Array, JsonKinds.Object }.Where(kind => (kinds & kind) != 0);
}
