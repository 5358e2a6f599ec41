using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>Decides the types of the headers that an operation's answers document.</summary>
internal sealed class HeadersBinder(BindingContext context, TypeTable types, Located<OpenApiOperation> operation, string name)
{
    // Members that the struct has of its own.
    private static readonly HashSet<string> StructMembers = new(StringComparer.Ordinal) { "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize", "ToString" };

    /// <summary>One struct for the headers of all answers; null when they document none.</summary>
    public HeadersModel? Bind()
    {
        var headers = new List<(string Name, Located<OpenApiHeader> Header)>();
        foreach (var response in operation.Value.Responses)
        {
            if (response.Value.Reference is null && response.Value.Headers.Count == 0)
            {
                continue;
            }
            if (context.References.Response(operation.With(response.Value)) is { } target)
            {
                foreach (var entry in target.Value.Headers)
                {
                    // "Content-Type" is to be ignored here (OpenAPI, Response Object).
                    if (!entry.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && HttpToken.IsToken(entry.Name)
                        && context.References.Header(target.With(entry.Value)) is { } header)
                    {
                        headers.Add((entry.Name, header));
                    }
                }
            }
        }
        if (headers.Count == 0)
        {
            return null;
        }
        var options = operation.File.Source.Options;
        var type = context.Names.Claim(options.Namespace, name + "Headers", [name + "ResponseHeaders", ClientNames.Stem(operation.File) + name + "Headers"], operation.File.Source.RelativePath + ": " + name + " headers");
        var groups = headers.GroupBy(static header => header.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var names = MemberNames.Assign(groups.ConvertAll(static group => group.Key), member => StructMembers.Contains(member) || member == type, "Header", CSharpName.Pascal);
        return new HeadersModel(options.Visibility, type, groups.Select((group, index) => Header(names[index], [.. group])).ToEquatableArray());
    }

    private HeaderModel Header(string member, List<(string Name, Located<OpenApiHeader> Header)> headers)
    {
        var (wireName, first) = headers[0];
        var (type, form) = Type(wireName, first, member);
        if (headers.Exists(header => Type(wireName, header.Header, member) != (type, form)))
        {
            (type, form) = (TypeReference.String, HeaderForm.Text);
        }
        var documentation = headers.Select(static header => header.Header.Value.Description).FirstOrDefault(static text => text is not null);
        return new HeaderModel(wireName, member, type, form, documentation, first.Value.Deprecated);
    }

    private (TypeReference Type, HeaderForm Form) Type(string wireName, Located<OpenApiHeader> header, string member)
    {
        if (wireName.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return (TypeReference.String, HeaderForm.Texts);
        }
        if (header.Value.Content.Count > 0)
        {
            var media = header.Value.Content[0];
            return MediaTypes.JsonRank(media.Name) < int.MaxValue && media.Value.Schema is { } content
                ? (types.Bind(header.With(content), name + member).NotNull(), HeaderForm.Json)
                : (TypeReference.String, HeaderForm.Text);
        }
        if (header.Value.Schema is not { } schema)
        {
            return (TypeReference.String, HeaderForm.Text);
        }
        var type = types.Bind(header.With(schema), name + member).NotNull();
        return type switch
        {
            { Kind: TypeKind.List, Argument: { } element } when IsValue(element) => (element.NotNull(), HeaderForm.List),
            { Kind: TypeKind.String } => (type, HeaderForm.Text),
            _ when IsValue(type) => (type, HeaderForm.Value),
            _ => (TypeReference.String, HeaderForm.Text),
        };
    }

    private static bool IsValue(TypeReference type) => type.Kind is TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal
        or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Enum or TypeKind.String;
}
