using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Xml;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Operations;

/// <summary>Decides what the client of a document looks like.</summary>
internal sealed class ApiBinder(BindingContext context, TypeTable types)
{
    // Members that every client has.
    public static readonly HashSet<string> ClientMembers = new(StringComparer.Ordinal) { "Configure", "CreatePipeline", "Definition", "Dispose", "XmlShapes" };

    public BoundApi Bind(SpecificationFile file, OpenApiDocument document, string clientName)
    {
        var operations = Operations(file, document).ToList();
        var security = new SecurityBinder(context, file, document, operations);
        var servers = new ServerBinder(context, file, document, clientName);
        var options = file.Source.Options;
        var client = new ClientModel(
            HintNames.Make(options.Namespace, "Clients", clientName),
            options.Visibility,
            options.Namespace,
            clientName,
            document.Title.Length > 0 ? document.Title : clientName,
            document.Description,
            file.Source.RelativePath,
            ServerBinder.BaseAddress(document),
            security.Schemes)
        {
            Servers = servers.Bind(),
            OAuth = security.OAuth(clientName),
        };
        var api = new BoundApi(file, document, client, new XmlShapeBinder(context, types));
        var ids = operations.ConvertAll(static operation => Id(operation.Value));
        var names = Names(ids, operations.ConvertAll(static operation => operation.Value.Method + " " + operation.Value.Path), clientName);
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        for (var index = 0; index < operations.Count; index++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            types.Operation = (file, HintName(client, Tag(document, operations[index].Value)));
            var variants = new OperationBinder(context, types, api.Xml, security, operations[index], ids[index], names[index], Variant).Bind();
            api.Add(new BoundOperation(api, operations[index], variants));
        }
        return api;

        // An operation may be called what a variant of another would be.
        string Variant(string name)
        {
            while (!taken.Add(name))
            {
                name += "_" + CSharpName.Fingerprint(name);
            }
            return name;
        }
    }

    /// <summary>The groups of operations that are emitted: by tag, so that each is a file of its own.</summary>
    /// <param name="api">The client.</param>
    /// <param name="isEmitted">Whether a variant is emitted.</param>
    public static IEnumerable<OperationGroupModel> Groups(BoundApi api, Func<OperationModel, bool> isEmitted) => api.Operations
        .Select(operation => (operation.Operation, Variants: Sharing(operation.Variants.Where(isEmitted))))
        .Where(static operation => operation.Variants.Count > 0)
        .GroupBy(operation => Tag(api.Document, operation.Operation.Value), StringComparer.OrdinalIgnoreCase)
        .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
        .Select(group => new OperationGroupModel(
            HintName(api.Client, group.Key),
            api.Client.Namespace,
            api.Client.Name,
            group.SelectMany(static operation => operation.Variants).ToEquatableArray(),
            []));

    /// <summary>The shapes of the types that the emitted operations send or get as XML; null when there are none.</summary>
    public static XmlShapesModel? XmlShapes(BoundApi api, IEnumerable<OperationGroupModel> groups)
    {
        var shapes = api.Xml.Shapes(groups.SelectMany(static group => group.Operations)
            .SelectMany(static operation => operation.Responses.Select(static response => response.Xml).Prepend(operation.Body?.Xml?.Type)
                .Concat((operation.Body?.Parts ?? []).Concat((operation.Body?.Cases ?? []).SelectMany(static item => item.Parts)).Select(static part => part.Xml?.Type))).OfType<XmlTypeModel>());
        return shapes.IsEmpty ? null : new XmlShapesModel(HintNames.Make(api.Client.Namespace, "Clients", api.Client.Name + ".XmlShapes"), api.Client.Namespace, api.Client.Name, shapes);
    }

    private static string HintName(ClientModel client, string tag) => HintNames.Make(client.Namespace, "Clients", client.Name + "." + tag);

    /// <summary>The variants, of which those with the same answers share one definition.</summary>
    private static List<OperationModel> Sharing(IEnumerable<OperationModel> variants)
    {
        var result = new List<OperationModel>();
        foreach (var variant in variants)
        {
            var first = result.Find(other => other.SharedDefinition is null && other.Result == variant.Result && other.Responses == variant.Responses);
            result.Add(first is null ? variant : variant with { SharedDefinition = first.Name });
        }
        return result;
    }

    /// <summary>The first tag that groups operations: badges and audiences (3.2, <c>kind</c>) do not.</summary>
    private static string Tag(OpenApiDocument document, OpenApiOperation operation) =>
        operation.Tags.FirstOrDefault(name => document.Tags.All(tag => tag.Name != name || tag.Kind is null or "nav")) is { } first ? CSharpName.Pascal(first) : "Operations";

    private IEnumerable<Located<OpenApiOperation>> Operations(SpecificationFile file, OpenApiDocument document)
    {
        foreach (var item in document.Paths)
        {
            // What stands beside a reference counts, and counts more.
            foreach (var operation in item.Value.Reference is null ? [] : item.Value.Operations)
            {
                yield return new Located<OpenApiOperation>(file, operation);
            }
            if (context.References.PathItem(new Located<OpenApiPathItem>(file, item.Value)) is { } target)
            {
                foreach (var operation in target.Value.Operations.Where(operation => target.Value == item.Value || item.Value.Operations.All(own => own.Method != operation.Method)))
                {
                    yield return target.With(operation);
                }
            }
        }
    }

    private static string Id(OpenApiOperation operation) => operation.OperationId is { Length: > 0 } id ? id : operation.Method + " " + operation.Path;

    /// <summary>Distinct names. Two operations of one id, which a diagnostic has said, are told apart by method and path.</summary>
    private static string[] Names(List<string> ids, List<string> places, string clientName)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new List<string>(ids.Count);
        for (var index = 0; index < ids.Count; index++)
        {
            var text = seen.Contains(ids[index]) ? places[index] : ids[index];
            while (!seen.Add(text))
            {
                text += "'";
            }
            texts.Add(text);
        }
        return MemberNames.Assign(texts, IsTaken, "Operation", Name);

        // An operation's members are its name with an ending each, and one of them is the ending that the other adds.
        bool IsTaken(string name) => ClientMembers.Contains(name)
            || name.EndsWith("WithResponse", StringComparison.Ordinal)
            || (clientName.StartsWith(name, StringComparison.Ordinal) && clientName.Substring(name.Length) is "" or "Async" or "WithResponseAsync" or "Request" or "Operation");
    }

    /// <summary><c>GET /orders/{id}</c> without an operationId becomes <c>GetOrdersById</c>.</summary>
    private static string Name(string id)
    {
        if (id.IndexOf(" /", StringComparison.Ordinal) < 0)
        {
            return WithoutSuffix(CSharpName.Pascal(id));
        }
        return CSharpName.Pascal(id.Replace("{", " by ").Replace("}", " "));
    }

    // Each operation emits members with these endings.
    private static string WithoutSuffix(string name) => name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
