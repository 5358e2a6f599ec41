using System.Diagnostics;
using System.Text.RegularExpressions;
using Benchmarks.Harness;

namespace Benchmarks.Generation;

/// <summary>What the generator costs a build: cold, in a process of its own, and warm after edits.</summary>
internal static partial class GenerationBenchmark
{
    public static void RunBig()
    {
        var path = Path.Combine(Path.GetTempPath(), "arazzo-benchmark-big.yml");
        File.WriteAllText(path, BigDocument.Create());
        var table = new Table("Generation: 1,200 operations and 1,000 schemas", "what", "budget", "cost");
        RunAlone(path, "--edits", cells =>
        {
            // The compilation may take minutes: what is known is shown.
            Console.Error.WriteLine(string.Join(", ", cells));
            table.Add(cells);
        });
        table.Print();
    }

    public static void RunFolder(string folder)
    {
        var table = new Table($"Generation: every document of {folder}", "document", "MB", "cold", "allocated MB", "C# MB", "C# lines", "operations", "lines each", "compile", "assembly");
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(IsOpenApi))
        {
            RunAlone(path, "--row", cells => table.Add(cells));
        }
        table.Print();
    }

    /// <summary>The other side of <see cref="RunAlone"/>.</summary>
    public static void Measure(string path, bool isRow)
    {
        var text = File.ReadAllText(path);
        var host = new GenerationHost("/specs/big" + Path.GetExtension(path), text);
        var cold = Time(host.Run, out var allocated);
        var afterGeneration = PeakMemory();
        var sources = host.Sources;
        var lines = sources.Sum(static source => source.SourceText.Lines.Count);
        var bytes = sources.Sum(static source => (long)source.SourceText.Length);
        var operations = sources.Sum(static source => OperationPattern().Count(source.SourceText.ToString()));
        var assembly = "";
        var compile = Time(() => assembly = host.Compile(), out _);
        if (isRow)
        {
            Print(Path.GetFileName(path), Table.Number(text.Length / 1e6, "N1"), cold.ToString(), Megabytes(allocated), Megabytes(bytes), Table.Number(lines), Table.Number(operations),
                operations == 0 ? "" : Table.Number((double)lines / operations), compile.ToString(), assembly);
            return;
        }
        Print("document", "", Megabytes(text.Length) + " MB");
        Print("cold generation", "3 s", cold.ToString());
        Print("allocated", "", Megabytes(allocated) + " MB");
        Print("peak memory of the process", "600 MB", Megabytes(afterGeneration) + " MB");
        Print("files", "", Table.Number(sources.Length));
        Print("C#", "", $"{Megabytes(bytes)} MB, {Table.Number(lines)} lines");
        Print("C# per operation", "", $"{Table.Number((double)bytes / operations)} B, {Table.Number((double)lines / operations)} lines");
        Print("compilation", "", $"{compile}, {assembly}");
        Print("generation and compilation", "30 s", (cold + compile).ToString());
        Print("peak memory with the compilation", "", Megabytes(PeakMemory()) + " MB");
        Edit("unrelated C# edit", "0", edit => host.EditCode($"class Edit{edit};"));
        Edit("one-schema edit", "0.5 s", edit => host.EditSpecification("description: A thing of kind 5", $"description: A thing of kinds {edit} or 5"));
        Edit("one property more", "0.5 s", edit => host.EditSpecification("        id:\n          type: integer\n          format: int64\n", $"        id:\n          type: integer\n          format: int64\n        extra{edit}:\n          type: string\n"));

        void Edit(string name, string budget, Action<int> edit)
        {
            var best = Cost.Most;
            var changed = 0;
            for (var repetition = 0; repetition < 3; repetition++)
            {
                var before = host.Sources.Select(static source => source.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
                edit(repetition);
                best = Cost.Least(best, Time(host.Run, out _));
                changed = host.Sources.Count(source => !before.Contains(source.SourceText));
            }
            Print(name, budget, $"{best}, {changed} files emitted");
        }
    }

    private static void RunAlone(string path, string mode, Action<string[]> add)
    {
        // As the compiler has it.
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(GenerationBenchmark).Assembly.Location] : Array.Empty<string>(), "--generate", mode, path]) { RedirectStandardOutput = true, Environment = { ["DOTNET_gcServer"] = "1", ["DOTNET_gcConcurrent"] = "1" } })!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            add(line.Split('\t'));
        }
        process.WaitForExit();
    }

    private static bool IsOpenApi(string path)
    {
        if (Path.GetExtension(path) is not (".yml" or ".yaml" or ".json"))
        {
            return false;
        }
        using var reader = new StreamReader(path);
        var head = new char[4096];
        return RootPattern().IsMatch(head.AsSpan(0, reader.ReadBlock(head)));
    }

    private static Cost Time(Action action, out double allocated)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        // Of the process, all threads: other processes do not count.
        using var process = Process.GetCurrentProcess();
        var (processor, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        action();
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        return new Cost(process.TotalProcessorTime - processor, elapsed);
    }

    private static double PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static string Megabytes(double value) => Table.Number(value / 1e6, "N1");

    private static void Print(params string[] cells) => Console.WriteLine(string.Join('\t', cells));

    /// <param name="Processor">Of all threads: what stays the same on a machine that has other things to do.</param>
    /// <param name="Elapsed">What one waits.</param>
    private readonly record struct Cost(TimeSpan Processor, TimeSpan Elapsed)
    {
        public static Cost Most { get; } = new(TimeSpan.MaxValue, TimeSpan.MaxValue);

        public static Cost operator +(Cost left, Cost right) => new(left.Processor + right.Processor, left.Elapsed + right.Elapsed);

        public static Cost Least(Cost left, Cost right) => left.Processor < right.Processor ? left : right;

        public override string ToString() => $"{Table.Number(Processor.TotalMilliseconds)} ms CPU ({Table.Number(Elapsed.TotalMilliseconds)} ms)";
    }

    [GeneratedRegex("Task<[^\\n]*> \\w+WithResponseAsync\\(|Task \\w+WithResponseAsync\\(|ApiResponse<[^\\n]*WithResponseAsync\\(")]
    private static partial Regex OperationPattern();

    [GeneratedRegex("^\\s*\\{?\\s*\"?(openapi|swagger)\"?\\s*:", RegexOptions.Multiline)]
    private static partial Regex RootPattern();
}
