using System.Globalization;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides the types of an operation's answers, and which of them its method returns.</summary>
internal sealed class ResponseBinder(BindingContext context, TypeTable types, Located<OpenApiOperation> operation, string name)
{
    /// <summary>Binds the documented answers.</summary>
    /// <param name="result">
    /// What the method returns: the body of the lowest success that has one, nullable when another success has none or another type. Null: nothing.
    /// </param>
    public EquatableArray<ResponseModel> Bind(out TypeReference? result)
    {
        var answers = new List<(int Status, TypeReference? Type, OpenApiEntry<OpenApiResponse> Entry)>();
        foreach (var entry in operation.Value.Responses)
        {
            if (Status(entry.Name) is { } status && context.References.Response(operation.With(entry.Value)) is { } response)
            {
                answers.Add((status, Body(response, entry, status), entry));
            }
        }
        // A document that names no success means `default` to be it.
        var hasSuccess = answers.Exists(static answer => IsSuccess(answer.Status));
        var successes = answers.Where(answer => hasSuccess ? IsSuccess(answer.Status) : answer.Status == 0).OrderBy(static answer => answer.Status < 10 ? answer.Status * 1000 : answer.Status).ToList();
        result = successes.FirstOrDefault(static answer => answer.Type is not null).Type;
        var models = new List<ResponseModel>(answers.Count);
        foreach (var (status, type, entry) in answers)
        {
            var isSuccess = successes.Exists(answer => answer.Status == status);
            if (!isSuccess)
            {
                models.Add(new ResponseModel(status, type, IsError: true));
                continue;
            }
            var isResult = result is not null && type is not null && type.NotNull() == result.NotNull();
            if (!isResult && result is not null)
            {
                result = result.Kind == TypeKind.Any ? result : result.OrNull();
                if (type is not null)
                {
                    context.Diagnostics(operation.File).Report(DiagnosticDescriptors.SeveralSuccessBodies, entry.Key.Range, entry.Name);
                }
            }
            models.Add(new ResponseModel(status == 0 ? 2 : status, isResult ? type : null, IsError: false));
            if (status == 0 && type is not null)
            {
                models.Add(new ResponseModel(0, type, IsError: true));
            }
        }
        // The one result may be null for some statuses; its codec must then say so for all.
        var common = result;
        return models.Select(model => model is { IsError: false, Type: not null } ? model with { Type = common } : model).ToEquatableArray();
    }

    private TypeReference? Body(Located<OpenApiResponse> response, OpenApiEntry<OpenApiResponse> entry, int status)
    {
        var content = response.Value.Content;
        if (content.Count == 0)
        {
            return null;
        }
        if (MediaTypes.Json(content) is { } json)
        {
            var role = IsSuccess(status) ? "Response" : status == 0 ? "DefaultResponse" : entry.Name.ToUpperInvariant() + "Response";
            return json.Value.Schema is { } schema ? types.Bind(response.With(schema), name + role) : TypeReference.Any;
        }
        context.Diagnostics(response.File).Report(DiagnosticDescriptors.UntypedResponse, content[0].Key.Range, entry.Name, content[0].Name);
        return null;
    }

    private static bool IsSuccess(int status) => status is 2 or (>= 200 and < 300);

    /// <summary>A status, a range by its first digit, or 0 for <c>default</c>.</summary>
    private static int? Status(string key)
    {
        if (key == "default")
        {
            return 0;
        }
        if (key.Length == 3 && key[0] is >= '1' and <= '5' && (key[1] is 'X' or 'x') && (key[2] is 'X' or 'x'))
        {
            return key[0] - '0';
        }
        return int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and < 600 ? status : null;
    }
}
