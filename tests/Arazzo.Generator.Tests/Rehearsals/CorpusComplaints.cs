using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Corpus;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>What is wrong with real documents: each line is a place in one of them and what is said there. Of all others there is nothing to say.</summary>
internal static class CorpusComplaints
{
    private const string All = """
        FAPI-PAR.arazzo.yaml (102,22) ARZ0252
        LoginAndRetrievePets.arazzo.yaml (10,8) ARZ0251
        anthropic-upload-list-and-cleanup-file-workflow.yml (36,13) ARZ0263
        anthropic-upload-list-and-cleanup-file-workflow.yml (57,13) ARZ0263
        anthropic-upload-list-and-cleanup-file-workflow.yml (77,13) ARZ0263
        anthropic-upload-verify-download-file-workflow.yml (42,13) ARZ0263
        anthropic-upload-verify-download-file-workflow.yml (64,13) ARZ0263
        anthropic-upload-verify-download-file-workflow.yml (99,13) ARZ0263
        fintecture-customer-onboard-payment-workflow.yml (108,13) ARZ0263
        fintecture-customer-onboard-payment-workflow.yml (108,13) ARZ0263
        fintecture-customer-onboard-payment-workflow.yml (108,13) ARZ0263
        fintecture-list-providers-initiate-payment-workflow.yml (78,13) ARZ0263
        fintecture-list-providers-initiate-payment-workflow.yml (78,13) ARZ0263
        fintecture-list-providers-initiate-payment-workflow.yml (78,13) ARZ0263
        fintecture-payment-status-poll-workflow.yml (49,13) ARZ0263
        fintecture-payment-status-poll-workflow.yml (49,13) ARZ0263
        fintecture-payment-status-poll-workflow.yml (49,13) ARZ0263
        fintecture-request-to-pay-status-workflow.yml (59,13) ARZ0263
        fintecture-request-to-pay-status-workflow.yml (59,13) ARZ0263
        fintecture-request-to-pay-status-workflow.yml (59,13) ARZ0263
        fintecture-sandbox-test-payment-workflow.yml (64,13) ARZ0263
        fintecture-sandbox-test-payment-workflow.yml (64,13) ARZ0263
        fintecture-sandbox-test-payment-workflow.yml (64,13) ARZ0263
        fintecture-token-then-payment-workflow.yml (70,13) ARZ0263
        fintecture-token-then-payment-workflow.yml (70,13) ARZ0263
        fintecture-token-then-payment-workflow.yml (70,13) ARZ0263
        logz-io-custom-endpoint-then-alert-workflow.yml (68,20) ARZ0262
        logz-io-dashboard-in-folder-workflow.yml (71,15) ARZ0262
        snowflake-cancel-running-statement-workflow.yml (53,13) ARZ0263
        snowflake-cancel-running-statement-workflow.yml (79,13) ARZ0263
        snowflake-create-stream-on-table-workflow.yml (119,9) ARZ0267
        snowflake-create-table-and-insert-via-sql-workflow.yml (58,13) ARZ0263
        snowflake-create-table-and-insert-via-sql-workflow.yml (81,13) ARZ0263
        snowflake-submit-async-sql-statement-workflow.yml (55,13) ARZ0263
        snowflake-submit-async-sql-statement-workflow.yml (82,13) ARZ0263
        snowflake-submit-sql-statement-and-poll-workflow.yml (101,13) ARZ0263
        snowflake-submit-sql-statement-and-poll-workflow.yml (64,13) ARZ0263
        zendesk-apply-macro-to-ticket-workflow.yml (55,23) ARZ0259
        zendesk-create-macro-and-preview-workflow.yml (71,23) ARZ0259
        zendesk-find-macro-and-apply-workflow.yml (73,23) ARZ0259
        """;

    public static IEnumerable<string> Of(string provider) => CorpusDocuments.Read(provider).Select(static file => Path.GetFileName(file.Path)).ToHashSet() is var files
        ? All.Split('\n').Where(line => files.Contains(line.Split(' ')[0])).Order(StringComparer.Ordinal)
        : [];

    public static string Describe(FoundDiagnostic found) => FormattableString.Invariant($"{Path.GetFileName(found.Path)} ({found.Line},{found.Column}) {found.Id}");
}
