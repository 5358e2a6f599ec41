using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints what an operation says of its answers.</summary>
internal sealed class ResponseEmitter(TypeSyntax types, OperationModel operation)
{
    private bool IsStream => operation.Result is { Kind: TypeKind.Sequence or TypeKind.Events };

    private bool IsTextEvents => operation.Responses.Any(static response => response.Kind == ResponseKind.TextEvents);

    /// <summary>The type of the body as the runtime has it.</summary>
    public string Result => operation.Result switch
    {
        null => "NoContent",
        var result when IsStream => types.NotNull(result),
        var result => types.Type(result),
    };

    /// <summary>What the method returns.</summary>
    public string Task => operation.Result switch
    {
        null => "global::System.Threading.Tasks.Task",
        { Kind: TypeKind.Events, Argument: { } data } => $"global::System.Collections.Generic.IAsyncEnumerable<{(IsTextEvents ? "global::Arazzo.Runtime.ServerSentEvent<string>" : types.Type(data))}>",
        { Kind: TypeKind.Sequence, Argument: { } item } => $"global::System.Collections.Generic.IAsyncEnumerable<{types.Type(item)}>",
        _ => $"global::System.Threading.Tasks.Task<{Result}>",
    };

    /// <summary>The method of the request that sends it.</summary>
    public string Send => !IsStream ? "SendAsync" : operation.Result!.Kind == TypeKind.Events && !IsTextEvents ? "StreamDataAsync" : "StreamAsync";

    /// <summary>What an operation has that few have: a server of its own, and what makes the result of status and body when it is one of several.</summary>
    public string Initializer
    {
        get
        {
            var server = operation.Server is { } address ? "Server = " + CSharpText.Literal(address) : null;
            var result = operation.Result is { Kind: TypeKind.Result } ? $"Result = static (status, body) => new {Result}(status, body)" : null;
            return (server ?? result) is null ? "" : $" {{ {string.Join(", ", new[] { server, result }.Where(static text => text is not null))} }}";
        }
    }

    /// <summary>What the method that returns the whole answer says of it.</summary>
    public void WholeDocumentation(SourceWriter writer)
    {
        var headers = operation.Headers is { } model ? $" <see cref=\"{model.Name}\"/> reads its headers." : "";
        writer.Line($"/// <returns>The whole answer, refusals and lost connections too: see <see cref=\"global::Arazzo.Runtime.ApiResponse.Failure\"/>.{headers}</returns>");
    }

    public void Documentation(SourceWriter writer)
    {
        if (operation.Result is { Kind: TypeKind.Stream })
        {
            writer.Line("/// <returns>The answer's bytes as they come; disposing the stream ends the answer.</returns>");
        }
        else if (IsStream)
        {
            writer.Line("/// <returns>The answer's items as they come, once. Nothing is sent before the first is asked for.</returns>");
        }
        var error = operation.Responses.FirstOrDefault(static response => response is { IsError: true, Type: not null })?.Type;
        writer.Line(error is null
            ? "/// <exception cref=\"global::Arazzo.Runtime.ApiException\">The API refused, or no usable answer came.</exception>"
            : "/// <exception cref=\"global::Arazzo.Runtime.ApiException{TError}\">The API refused; its error is of the type that the description gives for the status.</exception>");
    }

    /// <summary>One documented answer.</summary>
    public string Case(ResponseModel response)
    {
        var (method, arguments, mediaType) = response.Kind switch
        {
            ResponseKind.Json => ("Json", types.Arguments(response.Type!), "application/json"),
            ResponseKind.Xml => ("Xml", types.Arguments(response.Type!), "application/xml"),
            ResponseKind.Text => ("Text", response.Type!.Kind == TypeKind.String ? "" : types.Arguments(response.Type), "text/plain"),
            ResponseKind.Binary => ("Binary", "", "application/octet-stream"),
            ResponseKind.Events => ("Events", types.Arguments(response.Type!), response.MediaType),
            ResponseKind.TextEvents => ("TextEvents", "", response.MediaType),
            ResponseKind.JsonLines => ("JsonLines", types.Arguments(response.Type!), null),
            _ => ("Empty", "", response.MediaType),
        };
        var shape = response.Xml is null ? "" : ", " + XmlShapesEmitter.Type(response.Xml);
        shape += string.Concat(response.Events.Select(item => Event(response.Type!, item)));
        var other = response.MediaType is { } name && name != mediaType ? ", " + CSharpText.Literal(name) : "";
        return $"ResponseCase.{method}{(response.IsError ? "Error" : "")}{arguments}({CSharpText.Number(response.Status)}{shape}{other})";
    }

    private string Event(TypeReference union, EventModel item)
    {
        var read = $"json.Read{types.CodecArguments(item.Type)}()";
        // C# lets no interface convert itself, and lists and maps are interfaces.
        var value = item.Type.Kind is TypeKind.List or TypeKind.Map ? $"{types.NotNull(union)}.From{item.Case}({read})" : read;
        return $",\n            new EventCase<{types.Type(union)}>({CSharpText.Literal(item.Name)}, static (ref global::System.Text.Json.Utf8JsonReader json) => {value})";
    }
}
