using Arazzo.Generator.Model;

namespace Arazzo.Generator.Emit;

/// <summary>Prints a client without its operations.</summary>
internal static class ClientEmitter
{
    public static SourceFile Emit(ClientModel model)
    {
        var name = model.Name;
        var writer = SourceFile.Start(model.Namespace, model.Source, "Arazzo.Runtime.CompilerServices");
        writer.Documentation("summary", model.Title);
        writer.Documentation("remarks", model.Documentation);
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} sealed partial class {name} : global::System.IDisposable"))
        {
            var schemes = string.Concat(model.SecuritySchemes.Select(static scheme => ",\n    " + Scheme(scheme)));
            var address = CSharpText.Literal(model.BaseAddress ?? "");
            writer.Line($$"""
                private readonly ApiPipeline _pipeline;

                /// <summary>Makes a client that keeps its own connections until it is disposed.</summary>
                /// <param name="options">Address, credentials and limits; null for the defaults.</param>
                public {{name}}(global::Arazzo.Runtime.ApiClientOptions? options = null)
                    : this(CreatePipeline(null, options))
                {
                }

                /// <summary>Makes a client that sends through <paramref name="httpClient"/>.</summary>
                /// <param name="httpClient">Sends the requests; it is not disposed with the client.</param>
                /// <param name="options">Address, credentials and limits; null for the defaults.</param>
                public {{name}}(global::System.Net.Http.HttpClient httpClient, global::Arazzo.Runtime.ApiClientOptions? options = null)
                    : this(CreatePipeline(httpClient ?? throw new global::System.ArgumentNullException(nameof(httpClient)), options))
                {
                }

                private {{name}}(ApiPipeline pipeline) => _pipeline = pipeline;

                /// <summary>Closes the connections that the client made itself.</summary>
                public void Dispose() => _pipeline.Dispose();

                /// <summary>A hand-written part of the class can set defaults here, on the client's own copy of the options.</summary>
                /// <param name="options">The copy.</param>
                static partial void Configure(global::Arazzo.Runtime.ApiClientOptions options);

                private static ApiPipeline CreatePipeline(global::System.Net.Http.HttpClient? httpClient, global::Arazzo.Runtime.ApiClientOptions? options)
                {
                    var copy = options?.Clone() ?? new global::Arazzo.Runtime.ApiClientOptions();
                    Configure(copy);
                    return new ApiPipeline(httpClient, Definition, copy);
                }

                private static ApiDefinition Definition => field ??= new ApiDefinition(
                    {{CSharpText.Literal(name)}},
                    {{address}}{{schemes}});
                """);
        }
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    private static string Scheme(SecuritySchemeModel scheme)
    {
        var parameter = scheme.ParameterName is null ? "" : ", " + CSharpText.Literal(scheme.ParameterName);
        return $"ApiSecurityScheme.{scheme.Kind}({CSharpText.Literal(scheme.Name)}{parameter})";
    }
}
