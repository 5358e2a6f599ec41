using System.Collections.Immutable;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Binding.Workflows;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>Decides, from all specifications of the project, what is emitted.</summary>
internal static class Binder
{
    /// <summary>Binds the files.</summary>
    /// <param name="files">Every file of the project, sorted by path.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BindingResult Bind(ImmutableArray<SpecificationFile> files, CancellationToken cancellationToken)
    {
        var context = new BindingContext(files, cancellationToken);
        var clients = ClaimClients(context);
        var components = ComponentNames.Claim(context);
        var types = new TypeTable(context, components);
        var binder = new ApiBinder(context, types);
        var apis = files.Where(static file => file.OpenApi is not null)
            .Select(file => binder.Bind(file, file.OpenApi!, clients[file]))
            .ToList();
        BindComponents(context, types);
        context.Fragments.ReportUnused(context);
        var output = new Output(types, apis);
        var models = new WorkflowBinder(context, types, apis, output).Bind().ToList();
        output.UseOperations(new Announcements(context, components));
        return new BindingResult(output.Files().Concat(models).ToEquatableArray(), context.AllDiagnostics());
    }

    private static Dictionary<SpecificationFile, string> ClaimClients(BindingContext context)
    {
        var clients = new Dictionary<SpecificationFile, string>();
        foreach (var file in context.Files)
        {
            if (file.OpenApi is not null)
            {
                var name = ClientNames.Client(file);
                name = ApiBinder.ClientMembers.Contains(name) ? name + "Client" : name;
                clients.Add(file, context.Names.Claim(file.Source.Options.Namespace, name, ClientNames.Alternatives(file), file.Source.RelativePath));
            }
        }
        return clients;
    }

    /// <summary>Types that no operation shows belong to the document all the same.</summary>
    private static void BindComponents(BindingContext context, TypeTable types)
    {
        foreach (var file in context.Files)
        {
            foreach (var schema in file.OpenApi?.Components.Schemas ?? OpenApiMap<OpenApiSchema>.Empty)
            {
                types.Bind(new Located<OpenApiSchema>(file, schema.Value), CSharpName.Pascal(schema.Name));
            }
        }
    }
}
