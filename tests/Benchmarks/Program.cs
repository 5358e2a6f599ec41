using Benchmarks.Calls;
using Benchmarks.Generation;
using Benchmarks.Json;
using Benchmarks.Uploads;
using Benchmarks.Workflows;

// Prints all tables, or those that are named: json, calls, workflows, uploads, generation, or a folder with OpenAPI documents.
if (args is ["--generate", var path, var emit, .. var budget])
{
    GenerationBenchmark.Measure(path, emit, budget.FirstOrDefault());
    return;
}
if (args is ["--upload-sink"])
{
    await SinkServer.RunAsync();
    return;
}
if (args.Length == 0 || args.Contains("json"))
{
    JsonBenchmark.Run();
}
if (args.Length == 0 || args.Contains("calls"))
{
    CallBenchmark.Run();
}
if (args.Length == 0 || args.Contains("workflows"))
{
    WorkflowBenchmark.Run();
}
if (args.Length == 0 || args.Contains("uploads"))
{
    await UploadBenchmark.RunAsync();
}
if (args.Length == 0 || args.Contains("generation"))
{
    GenerationBenchmark.RunBig();
}
foreach (var folder in args.Where(Directory.Exists))
{
    GenerationBenchmark.RunFolder(folder);
}
