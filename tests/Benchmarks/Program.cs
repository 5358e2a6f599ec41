using Benchmarks.Calls;
using Benchmarks.Generation;
using Benchmarks.Json;

// Prints all tables, or those that are named: json, calls, generation, or a folder with OpenAPI documents.
if (args is ["--generate", var mode, var path])
{
    GenerationBenchmark.Measure(path, mode == "--row");
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
if (args.Length == 0 || args.Contains("generation"))
{
    GenerationBenchmark.RunBig();
}
foreach (var folder in args.Where(Directory.Exists))
{
    GenerationBenchmark.RunFolder(folder);
}
