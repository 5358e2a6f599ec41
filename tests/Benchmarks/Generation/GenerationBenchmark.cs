extern alias ArazzoGenerator;

using System.Diagnostics;
using System.Text.RegularExpressions;
using ArazzoGenerator::Arazzo.Generator.Arazzo;
using ArazzoGenerator::Arazzo.Generator.Binding;
using ArazzoGenerator::Arazzo.Generator.Diagnostics;
using ArazzoGenerator::Arazzo.Generator.Emit;
using ArazzoGenerator::Arazzo.Generator.Model;
using ArazzoGenerator::Arazzo.Generator.OpenApi;
using ArazzoGenerator::Arazzo.Generator.Reading;
using ArazzoGenerator::Arazzo.Generator.Specifications;
using Benchmarks.Harness;

namespace Benchmarks.Generation;

/// <summary>What the generator costs a build: cold, in a process of its own, and warm after edits.</summary>
internal static partial class GenerationBenchmark
{
    public static void RunBig()
    {
        Run(BigDocument.Large, "30 s");
        Run(BigDocument.Medium, "10 s");
    }

    private static void Run(BigDocument document, string budget)
    {
        var path = Path.Combine(Path.GetTempPath(), "arazzo-benchmark-big.yml");
        File.WriteAllText(path, document.ToYaml());
        var table = new Table($"Generation: {Table.Number(document.Operations)} operations and {Table.Number(document.Schemas)} schemas", "what", "budget", "cost");
        RunAlone(path, budget, nameof(Emission.All), Show);
        RunAlone(path, budget, nameof(Emission.Operations), Show);
        table.Print();

        void Show(string[] cells)
        {
            // The compilation may take minutes: what is known is shown.
            Console.Error.WriteLine(string.Join(", ", cells));
            table.Add(cells);
        }
    }

    public static void RunFolder(string folder)
    {
        var table = new Table($"Generation: every document of {folder}", "document", "MB", "cold", "allocated MB", "C# MB", "C# lines", "operations", "lines each", "compile", "assembly");
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(IsOpenApi))
        {
            RunAlone(path, null, nameof(Emission.All), cells => table.Add(cells));
        }
        table.Print();
    }

    /// <summary>The other side of <see cref="RunAlone"/>.</summary>
    /// <param name="path">The document.</param>
    /// <param name="emit">What is emitted.</param>
    /// <param name="budget">How long generation and compilation may take; null for a row in the table of a folder.</param>
    public static void Measure(string path, string emit, string? budget)
    {
        var text = File.ReadAllText(path);
        var host = new GenerationHost("/specs/big" + Path.GetExtension(path), text, emit);
        var cold = Time(host.Run, out var allocated);
        var afterGeneration = PeakMemory();
        var sources = host.Sources;
        // Each file ends with a line break, behind which a SourceText counts one more.
        var lines = sources.Sum(static source => source.SourceText.Lines.Count - 1);
        var bytes = sources.Sum(static source => (long)source.SourceText.Length);
        var operations = sources.Sum(static source => OperationPattern().Count(source.SourceText.ToString()));
        var assembly = "";
        if (budget is null)
        {
            var rowCompile = Time(() => assembly = host.Compile(), out _);
            Print(Path.GetFileName(path), Table.Number(text.Length / 1e6, "N1"), cold.ToString(), Megabytes(allocated), Megabytes(bytes), Table.Number(lines), Table.Number(operations),
                operations == 0 ? "" : Table.Number((double)lines / operations), rowCompile.ToString(), assembly);
            return;
        }
        if (emit == nameof(Emission.Operations))
        {
            const string Reached = "what operations reach: ";
            var reachedCompile = Time(() => assembly = host.Compile(), out _);
            Print(Reached + "C#", "", $"{Table.Number(sources.Length)} files, {Megabytes(bytes)} MB, {Table.Number(lines)} lines");
            Print(Reached + "C# per operation", "", $"{Table.Number((double)bytes / operations)} B, {Table.Number((double)lines / operations)} lines");
            Print(Reached + "generation and compilation", budget, $"{cold + reachedCompile}, {assembly}");
            return;
        }
        Print("document", "", Megabytes(text.Length) + " MB");
        Print("cold generation", "3 s", cold.ToString());
        Print("allocated", "", Megabytes(allocated) + " MB");
        Print("peak memory of the process", "600 MB", Megabytes(afterGeneration) + " MB");
        Print("files", "", Table.Number(sources.Length));
        Print("C#", "", $"{Megabytes(bytes)} MB, {Table.Number(lines)} lines");
        Print("C# per operation", "", $"{Table.Number((double)bytes / operations)} B, {Table.Number((double)lines / operations)} lines");
        Edit("unrelated C# edit", "0", edit => host.EditCode($"class Edit{edit};"), 100);
        var schemas = text.AsSpan().Count("title: Thing ");
        foreach (var (where, schema, operation) in new[] { ("first", 0, 0), ("middle", schemas / 2, operations / 8 * 4), ("last", schemas - 1, (operations - 1) / 4 * 4) })
        {
            Edit($"one schema's description, {where}", "0.5 s", _ => host.EditSpecification($"description: A thing of kind {schema}", $"description: A thing of kind {schema} or less", $"title: Thing {schema}\n"));
            Edit($"one property more, {where}", "0.5 s", edit => host.EditSpecification("      properties:\n", $"      properties:\n        extra{edit}:\n          type: string\n", $"title: Thing {schema}\n"));
            Edit($"one operation's summary, {where}", "0.5 s", _ => host.EditSpecification($"summary: get thing {operation}", $"summary: get thing {operation} again", $"operationId: things-{operation}/"));
            Edit($"one parameter more, {where}", "0.5 s", edit => host.EditSpecification("      parameters:\n", $"      parameters:\n      - name: extra{edit}\n        in: query\n        schema:\n          type: string\n", $"operationId: things-{operation}/"));
        }
        Edit("a comment at the top, which moves all places", "0.5 s", edit => host.EditSpecification("info:", $"# {edit}\ninfo:"));
        Print("memory that is held after the edits", "600 MB", Megabytes(GC.GetTotalMemory(forceFullCollection: true)) + " MB");
        Stages(path, text);
        var compile = Time(() => assembly = host.Compile(), out _);
        Print("compilation", "", $"{compile}, {assembly}");
        Print("generation and compilation", budget, (cold + compile).ToString());
        Print("peak memory with the compilation", "", Megabytes(PeakMemory()) + " MB");

        void Edit(string name, string budget, Action<int> edit, int repetitions = 5)
        {
            var best = Cost.Most;
            var (bytes, changed) = (double.MaxValue, 0);
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                var before = host.Sources.Select(static source => source.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
                edit(repetition);
                best = Cost.Least(best, Time(host.Generate, out var allocatedByEdit));
                bytes = Math.Min(bytes, allocatedByEdit);
                changed = host.Sources.Count(source => !before.Contains(source.SourceText));
            }
            Print(name, budget, $"{best}, {Megabytes(bytes)} MB allocated, {Table.Number(changed)} files emitted");
        }
    }

    /// <summary>What the stages take when the code is warm: of all that the document has, and of an edit at its end.</summary>
    private static void Stages(string path, string text)
    {
        var options = new SpecificationOptions("Big", null, Emission.All, Dialect.Compat, Visibility.Public);
        var source = new SpecificationSource(path, "specs/big.yml", text, options, []);
        var edited = source with { Text = text + "    another:\n      type: string\n" };
        var diagnostics = new DiagnosticBag(path);
        var specification = SpecificationReader.Read(path, text, null, diagnostics, CancellationToken.None)!;
        var file = SpecificationFile.Read(source, null, CancellationToken.None);
        var files = Binder.Bind([file], CancellationToken.None).Files;
        Stage("reading", () => SpecificationReader.Read(path, text, null, diagnostics, CancellationToken.None));
        Stage("the document's objects", () => OpenApiReader.ReadDocument(specification, null, new DiagnosticBag(path) { Layout = diagnostics.Layout }, CancellationToken.None));
        Stage("both after an edit", () => SpecificationFile.Read(edited, file, CancellationToken.None));
        Stage("binding", () => Binder.Bind([file], CancellationToken.None));
        Stage("emission", () => _ = files.Sum(static model => Emitter.Emit(model).Sum(static emitted => emitted.Text.Length)));

        static void Stage(string name, Action run)
        {
            var best = Cost.Most;
            var bytes = 0d;
            for (var repetition = 0; repetition < 3; repetition++)
            {
                best = Cost.Least(best, Time(run, out bytes));
            }
            Print($"stage: {name}", "", $"{best}, {Megabytes(bytes)} MB allocated");
        }
    }

    private static void RunAlone(string path, string? budget, string emit, Action<string[]> add)
    {
        // As the compiler has it.
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(GenerationBenchmark).Assembly.Location] : Array.Empty<string>(), "--generate", path, emit, .. budget is null ? Array.Empty<string>() : [budget]]) { RedirectStandardOutput = true, Environment = { ["DOTNET_gcServer"] = "1", ["DOTNET_gcConcurrent"] = "1" } })!;
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
