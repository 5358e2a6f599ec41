using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Decides the types of an operation's answers, and which of them its methods return.</summary>
internal sealed class ResponseBinder(BindingContext context, TypeTable types, XmlShapeBinder xml, Located<OpenApiOperation> operation, string name)
{
    private static readonly (ResponseKind Kind, string Suffix)[] ItemKinds = [(ResponseKind.Events, "AsEvents"), (ResponseKind.JsonLines, "AsJsonLines")];
    private readonly SequenceBinder _sequences = new(context, types);

    /// <summary>The answers of each way to call the operation: whole, and as a stream of items where both are documented. At least one.</summary>
    public List<ResponseSet> Bind()
    {
        var answers = Answers();
        var successes = Successes(answers);
        var content = successes.Where(HasContent).ToList();
        var ways = new List<(ResponseKind Kind, string Suffix)>();
        if (content.Exists(answer => ResponseContent.Plain(context, answer.Response) is not null))
        {
            ways.Add((ResponseKind.None, ""));
        }
        foreach (var (kind, suffix) in ItemKinds)
        {
            if (content.Exists(answer => ResponseContent.Items(answer.Response.Value.Content, kind) is not null))
            {
                ways.Add((kind, ways.Count == 0 ? "" : suffix));
            }
        }
        if (ways.Count == 0)
        {
            ways.Add((ResponseKind.None, ""));
        }
        var failures = Failures(answers, successes);
        return ways.ConvertAll(way => Set(way.Suffix, successes, way.Kind, failures));
    }

    private ResponseSet Set(string suffix, List<Answer> successes, ResponseKind kind, IEnumerable<ResponseModel> failures)
    {
        var models = successes.ConvertAll(answer => Success(answer, kind, answer == successes[0]));
        var bodies = models.Where(static model => model.Kind != ResponseKind.None).ToList();
        var distinct = bodies.Select(static model => (IsRead(model.Kind) ? ResponseKind.Json : model.Kind, model.Type!.NotNull())).Distinct().Count();
        if (distinct > 1)
        {
            var results = new ResultBinder(context, operation, name + suffix).Bind(models);
            var type = new TypeReference(TypeKind.Result, operation.File.Source.Options.Namespace, results.Name);
            return new ResponseSet(suffix, type, results, Renumbered(models).Concat(failures).ToEquatableArray());
        }
        TypeReference? result = null;
        if (bodies.Count > 0)
        {
            result = ResultType(bodies[0]);
            // The one result may be null for some statuses; its codec must then say so for all.
            if ((bodies.Count < models.Count || bodies.Exists(static model => model.Type!.IsNullable)) && bodies[0] is not { Kind: ResponseKind.Json, Type.Kind: TypeKind.Any })
            {
                result = result.OrNull();
            }
            if (IsRead(bodies[0].Kind))
            {
                models = models.ConvertAll(model => IsRead(model.Kind) ? model with { Type = result } : model);
            }
        }
        return new ResponseSet(suffix, result, null, Renumbered(models).Concat(failures).ToEquatableArray());
    }

    /// <summary>A <c>default</c> that is the success stands for 2XX: for other statuses it is the error.</summary>
    private static IEnumerable<ResponseModel> Renumbered(IEnumerable<ResponseModel> successes) =>
        successes.Select(static model => model.Status == 0 ? model with { Status = 2 } : model);

    // By a codec.
    private static bool IsRead(ResponseKind kind) => kind is ResponseKind.Json or ResponseKind.Xml or ResponseKind.Text;

    private static TypeReference ResultType(ResponseModel model) => model.Kind switch
    {
        ResponseKind.Binary => new TypeReference(TypeKind.Stream),
        ResponseKind.Events or ResponseKind.TextEvents => new TypeReference(TypeKind.Events, Argument: model.Type),
        ResponseKind.JsonLines => new TypeReference(TypeKind.Sequence, Argument: model.Type),
        _ => model.Type!,
    };

    private List<Answer> Answers()
    {
        var answers = new List<Answer>();
        foreach (var entry in operation.Value.Responses)
        {
            if (StatusNames.Parse(entry.Name) is { } status && !answers.Exists(answer => answer.Status == status)
                && context.References.Response(operation.With(entry.Value)) is { } response)
            {
                answers.Add(new Answer(status, entry.Name, response, entry.Value.Reference is null));
            }
        }
        // The lowest status first, a range after its statuses, 'default' last.
        return [.. answers.OrderBy(static answer => answer.Status == 0).ThenBy(static answer => StatusNames.Class(answer.Status)).ThenBy(static answer => answer.Status < 10).ThenBy(static answer => answer.Status)];
    }

    /// <summary>The 2xx; where none is documented, the redirections, of which the operation must then be about; where none is either, <c>default</c>.</summary>
    private static List<Answer> Successes(List<Answer> answers)
    {
        foreach (var first in new[] { 2, 3, 0 })
        {
            if (answers.FindAll(answer => StatusNames.Class(answer.Status) == first) is { Count: > 0 } found)
            {
                return found;
            }
        }
        return [];
    }

    private List<ResponseModel> Failures(List<Answer> answers, List<Answer> successes)
    {
        var failures = new List<ResponseModel>();
        foreach (var answer in answers)
        {
            if (answer.Status == 0 || !successes.Contains(answer))
            {
                var failure = Failure(answer, successes);
                if (failure.Type is not null || !successes.Contains(answer))
                {
                    failures.Add(failure);
                }
            }
        }
        return failures;
    }

    private ResponseModel Success(Answer answer, ResponseKind kind, bool isFirst)
    {
        if (!HasContent(answer))
        {
            return new ResponseModel(answer.Status, ResponseKind.None, null, null, IsError: false);
        }
        var content = answer.Response.Value.Content;
        var entry = (kind == ResponseKind.None ? null : ResponseContent.Items(content, kind))
            ?? ResponseContent.Plain(context, answer.Response)
            ?? content[0];
        var role = isFirst ? "Response" : StatusNames.Name(answer.Status) + "Response";
        return Body(answer, entry, ResponseContent.Kind(context, answer.Response, entry), role, isError: false);
    }

    private ResponseModel Failure(Answer answer, List<Answer> successes)
    {
        if (HasContent(answer))
        {
            var entry = ResponseContent.Plain(context, answer.Response);
            var kind = entry is { } plain ? ResponseContent.Kind(context, answer.Response, plain) : ResponseKind.None;
            if (kind is ResponseKind.Json or ResponseKind.Xml or ResponseKind.Text)
            {
                // A `default` that is both is bound as the success already, which has its name.
                var role = successes.Contains(answer) ? "Response" : answer.Status == 0 ? "DefaultResponse" : answer.Key.ToUpperInvariant() + "Response";
                return Body(answer, entry!.Value, kind, role, isError: true);
            }
            if (!successes.Contains(answer))
            {
                var content = answer.Response.Value.Content[0];
                context.Diagnostics(answer.Response.File).Report(DiagnosticDescriptors.UntypedResponse, content.Key.Range, answer.Key, content.Name);
            }
        }
        return new ResponseModel(answer.Status, ResponseKind.None, null, null, IsError: true);
    }

    private ResponseModel Body(Answer answer, OpenApiEntry<OpenApiMediaType> entry, ResponseKind kind, string role, bool isError)
    {
        var mediaType = MediaTypes.IsValid(entry.Name) ? entry.Name : "application/json";
        var media = answer.Response.With(entry.Value);
        switch (kind)
        {
            case ResponseKind.Json:
                var type = entry.Value.Schema is { } schema ? types.Bind(media.With(schema), name + role, answer.IsInline) : TypeReference.Any;
                return new ResponseModel(answer.Status, kind, type, mediaType, isError);
            case ResponseKind.Xml when types.Bind(media.With(entry.Value.Schema!), name + role, answer.IsInline).NotNull() is { Kind: TypeKind.Object or TypeKind.List } structure:
                return new ResponseModel(answer.Status, kind, structure, mediaType, isError) { Xml = xml.Bind(media.With(entry.Value.Schema!), structure).Type };
            case ResponseKind.Xml:
                return new ResponseModel(answer.Status, ResponseKind.Text, TypeReference.String, mediaType, isError);
            case ResponseKind.Events or ResponseKind.JsonLines:
                var (itemKind, item) = _sequences.Item(media, kind, name + "Item", MediaTypes.IsWatch(entry.Name));
                return new ResponseModel(answer.Status, itemKind, item, mediaType, isError) { Events = itemKind == ResponseKind.Events ? _sequences.Events(media, item) : [] };
            case ResponseKind.Text:
                return new ResponseModel(answer.Status, kind, TextTypes.Of(context, types, media, name + role), mediaType, isError);
            default:
                return new ResponseModel(answer.Status, kind, TypeReference.String, mediaType, isError);
        }
    }

    // No body by definition (RFC 9110, sections 9.3.2, 15.3 and 15.4.5).
    private bool HasContent(Answer answer) =>
        answer.Response.Value.Content.Count > 0 && answer.Status is not (204 or 205 or 304) && operation.Value.Method != "HEAD";

    private sealed record Answer(int Status, string Key, Located<OpenApiResponse> Response, bool IsInline);
}
