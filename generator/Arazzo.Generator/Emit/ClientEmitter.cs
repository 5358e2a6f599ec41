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
        Servers(writer, model);
        OAuth(writer, model);
        return new SourceFile(model.HintName + ".g.cs", writer.ToSourceText());
    }

    private static void Servers(SourceWriter writer, ClientModel model)
    {
        if (model.Servers is not { } servers)
        {
            return;
        }
        writer.Line();
        writer.Line($"/// <summary>The addresses of the API, for <see cref=\"global::Arazzo.Runtime.ApiClientOptions.BaseAddress\"/>.</summary>");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} static class {servers.Name}"))
        {
            for (var index = 0; index < servers.Servers.Count; index++)
            {
                if (index > 0)
                {
                    writer.Line();
                }
                Server(writer, servers.Servers[index]);
            }
        }
    }

    private static void Server(SourceWriter writer, ServerModel server)
    {
        writer.Documentation("summary", server.Documentation, $"<c>{CSharpText.Escape(server.Url)}</c>");
        if (server.Variables.Count == 0)
        {
            writer.Line($"public static global::System.Uri {server.Name} => new({CSharpText.Literal(server.Url)});");
            return;
        }
        foreach (var variable in server.Variables)
        {
            writer.Documentation($"param name=\"{variable.Name.TrimStart('@')}\"", string.IsNullOrWhiteSpace(variable.Documentation) ? variable.WireName : variable.Documentation);
        }
        writer.Line("/// <returns>The address.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">With these values it is no http or https address.</exception>");
        writer.Line($"public static global::System.Uri {server.Name}({string.Join(", ", server.Variables.Select(Parameter))}) =>");
        writer.Line($"    ServerUrl.Create($\"{Url(server)}\");");
        foreach (var variable in server.Variables.Where(static variable => variable.EnumName is not null))
        {
            writer.Line();
            writer.Documentation("summary", $"Values of {variable.WireName}.");
            using (writer.Block($"public enum {variable.EnumName}"))
            {
                foreach (var value in variable.Values)
                {
                    writer.Line($"/// <summary><c>{CSharpText.Escape(value.Value)}</c></summary>");
                    writer.Line(value.Name + ",");
                }
            }
        }

        static string Parameter(ServerVariableModel variable) => variable.EnumName is null
            ? $"string {variable.Name} = {CSharpText.Literal(variable.Default)}"
            : $"{variable.EnumName} {variable.Name} = {variable.EnumName}.{variable.Values.First(value => value.Value == variable.Default).Name}";
    }

    /// <summary>The url as an interpolated string whose holes are the variables.</summary>
    private static string Url(ServerModel server)
    {
        var result = new System.Text.StringBuilder();
        var position = 0;
        while (position < server.Url.Length)
        {
            var open = server.Url.IndexOf('{', position);
            var variable = open < 0 ? null : server.Variables.FirstOrDefault(variable => string.CompareOrdinal(server.Url, open, $"{{{variable.WireName}}}", 0, variable.WireName.Length + 2) == 0);
            var close = open < 0 ? -1 : variable is not null ? open + variable.WireName.Length + 1 : server.Url.IndexOf('}', open);
            var end = variable is not null ? open : close < 0 ? server.Url.Length : close + 1;
            result.Append(CSharpText.Interpolated(server.Url.Substring(position, end - position)));
            if (variable is not null)
            {
                var values = string.Join(", ", variable.Values.Select(static value => CSharpText.Literal(value.Value)));
                result.Append('{').Append(variable.EnumName is null ? variable.Name : $"ServerUrl.Value(nameof({variable.Name}), (int){variable.Name}, {values})").Append('}');
                end = close + 1;
            }
            position = end;
        }
        return result.ToString();
    }

    private static void OAuth(SourceWriter writer, ClientModel model)
    {
        if (model.OAuth is not { } oauth)
        {
            return;
        }
        writer.Line();
        writer.Line("/// <summary>Where the API's tokens come from.</summary>");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{SourceFile.Keyword(model.Visibility)} static class {oauth.Name}"))
        {
            Constants(writer, oauth.Urls);
            if (oauth.Scopes.Count > 0)
            {
                writer.Line();
                writer.Line("/// <summary>What tokens can be asked to allow.</summary>");
                using (writer.Block("public static class Scopes"))
                {
                    Constants(writer, oauth.Scopes);
                }
            }
        }
    }

    private static void Constants(SourceWriter writer, EquatableArray<OAuthConstantModel> constants)
    {
        foreach (var constant in constants)
        {
            writer.Documentation("summary", constant.Documentation, $"<c>{CSharpText.Escape(constant.Value)}</c>");
            writer.Line($"public const string {constant.Name} = {CSharpText.Literal(constant.Value)};");
        }
    }

    private static string Scheme(SecuritySchemeModel scheme)
    {
        var parameter = scheme.ParameterName is null ? "" : ", " + CSharpText.Literal(scheme.ParameterName);
        return $"ApiSecurityScheme.{scheme.Kind}({CSharpText.Literal(scheme.Name)}{parameter})";
    }
}
