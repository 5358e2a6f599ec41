using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>What is wrong with real documents: each line is a place in one of them and what is said there. Of all others there is nothing to say.</summary>
internal static class CorpusComplaints
{
    private const string All = """
        FAPI-PAR.arazzo.yaml (102,22) ARZ0252
        LoginAndRetrievePets.arazzo.yaml (10,8) ARZ0251
        logz-io-custom-endpoint-then-alert-workflow.yml (68,20) ARZ0262
        logz-io-dashboard-in-folder-workflow.yml (71,15) ARZ0262
        snowflake-create-stream-on-table-workflow.yml (119,9) ARZ0267
        zendesk-apply-macro-to-ticket-workflow.yml (55,23) ARZ0259
        zendesk-create-macro-and-preview-workflow.yml (71,23) ARZ0259
        zendesk-find-macro-and-apply-workflow.yml (73,23) ARZ0259
        """;

    public static IEnumerable<string> Of(string provider) => CorpusDocuments.Read(provider).Select(static file => Path.GetFileName(file.Path)).ToHashSet() is var files
        ? All.Split('\n').Where(line => files.Contains(line.Split(' ')[0])).Order(StringComparer.Ordinal)
        : [];

    public static string Describe(FoundDiagnostic found) => FormattableString.Invariant($"{Path.GetFileName(found.Path)} ({found.Line},{found.Column}) {found.Id}");
}
