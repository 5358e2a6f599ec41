using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints how a body gets into a request.</summary>
internal readonly struct BodyEmitter(TypeSyntax types)
{
    /// <summary>The call that sets the body: <c>.Json&lt;Pet, Pet&gt;(body)</c>.</summary>
    public string Call(BodyModel body)
    {
        var mediaType = CSharpText.Literal(body.MediaType);
        var ending = body.IsRequired ? "" : "UnlessNull";
        return body.Kind switch
        {
            BodyKind.Json => Json(body),
            BodyKind.Binary or BodyKind.Text => $".{body.Kind}{ending}(body, {mediaType})",
            _ => throw new InvalidOperationException($"No call for {body.Kind}."),
        };
    }

    private string Json(BodyModel body)
    {
        var mediaType = body.MediaType == "application/json" ? "" : ", " + CSharpText.Literal(body.MediaType);
        return body.IsRequired
            ? $".Json{types.Arguments(body.Type)}({Given(body)}{mediaType})"
            : $".JsonUnlessNull{types.Arguments(body.Type.NotNull())}(body{mediaType})";
    }

    private static string Given(BodyModel body) =>
        body.Type is { IsValueType: false, IsNullable: false } ? "body ?? throw new global::System.ArgumentNullException(nameof(body))" : "body";
}
