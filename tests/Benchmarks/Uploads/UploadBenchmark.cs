using System.Diagnostics;
using System.Net;
using Benchmarks.Harness;
using TikTok.ContentPosting;

namespace Benchmarks.Uploads;

/// <summary>
/// A video of 4 GiB, from a sparse file and from a stream that can be read once, to a server in another process: the memory of this process over what it had before, and the
/// throughput beside the same PUTs of the same bytes with HttpClient, a chunk after the other, as TikTok asks for: it takes a chunk when it has all of the one before. What that
/// costs shows beside one PUT of the whole file, which TikTok refuses.
/// </summary>
internal static class UploadBenchmark
{
    private const long VideoBytes = 4L << 30;
    private const long RoundBytes = 1L << 30;
    private const int Rounds = 13;
    private const double Budget = 30;

    public static async Task RunAsync()
    {
        // `dotnet run` starts the program itself, `dotnet Benchmarks.dll` the host.
        var isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] arguments = isHost ? [typeof(UploadBenchmark).Assembly.Location, "--upload-sink"] : ["--upload-sink"];
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
        var folder = Directory.CreateTempSubdirectory("uploads-");
        try
        {
            await MeasureAsync(address, length => MakeVideo(folder, length));
        }
        finally
        {
            folder.Delete(recursive: true);
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    private static string MakeVideo(DirectoryInfo folder, long length)
    {
        var path = Path.Combine(folder.FullName, $"{length}.mp4");
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.SetLength(file, length);
        return path;
    }

    private static async Task MeasureAsync(Uri address, Func<long, string> video)
    {
        using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = address, AccessTokenProvider = new StaticAccessTokenProvider("act.benchmark") });
        using var uploads = new VideoUploads(client);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var buffered = await PlanAsync(uploads, video(RoundBytes));
        (string Name, Func<long, Task> Send, int Beside)[] ways =
        [
            ("HttpClient, one PUT", length => PutAsync(http, address, video(length), length), 0),
            ("HttpClient, a PUT for each chunk of a path", length => PutAsync(http, address, video(length), ChunkPlan.For(length).ChunkSize), 1),
            ("VideoUploads, a path", length => UploadAsync(uploads, video(length), forward: false), 1),
            ("HttpClient, a PUT for each chunk of a stream", length => PutAsync(http, address, video(length), buffered.ChunkSize), 3),
            ("VideoUploads, a stream that cannot seek", length => UploadAsync(uploads, video(length), forward: true), 3),
        ];
        // The code is compiled, the connections are there, the file is in the cache.
        foreach (var (_, send, _) in ways)
        {
            await send(RoundBytes);
        }
        var memory = new double[ways.Length];
        for (var way = 0; way < ways.Length; way++)
        {
            using var meter = new MemoryMeter();
            await ways[way].Send(VideoBytes);
            memory[way] = meter.Stop();
        }
        var seconds = Array.ConvertAll(ways, static _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < ways.Length; turn++)
            {
                // Each comes after each.
                var way = (turn + round) % ways.Length;
                var watch = Stopwatch.StartNew();
                await ways[way].Send(RoundBytes);
                seconds[way][round] = watch.Elapsed.TotalSeconds;
            }
        }
        var table = new Table(
            $"Upload of 4 GiB (budget {Budget} MB over the baseline), and of 1 GiB, by turns (budget 0.95 of the throughput of the same PUTs)",
            "", "MB over the baseline", "MB/s", "/ the same PUTs", "/ one PUT");
        for (var way = 0; way < ways.Length; way++)
        {
            table.Add(
                ways[way].Name,
                Table.Number(memory[way], "N1"),
                Table.Number(RoundBytes / Median(seconds[way]) / 1e6),
                Ratio(seconds[ways[way].Beside], seconds[way]),
                Ratio(seconds[0], seconds[way]));
        }
        table.Print();
    }

    private static string Ratio(double[] theirs, double[] ours) => Table.Number(Median([.. ours.Select((time, round) => theirs[round] / time)]), "N2");

    private static async Task<ChunkPlan> PlanAsync(VideoUploads uploads, string path)
    {
        await using var file = Open(path);
        return (await uploads.OpenDraftAsync(Forward(file), new VideoUploadOptions { CheckVideo = false })).Plan;
    }

    private static VideoFile Forward(FileStream file) => VideoFile.FromStream(new ForwardStream(file, file.Length), file.Length, "video/mp4");

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);

    private static async Task PutAsync(HttpClient http, Uri address, string path, long chunk)
    {
        await using var file = Open(path);
        var length = file.Length;
        for (var first = 0L; first < length; first += chunk)
        {
            var count = Math.Min(chunk, length - first);
            using var content = new StreamContent(chunk == length ? file : new ForwardStream(file, count), 128 << 10);
            content.Headers.ContentLength = count;
            using var response = await http.PutAsync(new Uri(address, "/plain"), content);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"The server said {response.StatusCode}.");
            }
        }
    }

    private static async Task UploadAsync(VideoUploads uploads, string path, bool forward)
    {
        await using var file = Open(path);
        var video = forward ? Forward(file) : VideoFile.FromPath(path, "video/mp4");
        // Zeros are no movie.
        var options = new VideoUploadOptions { CheckVideo = false, Progress = new Silent() };
        var session = await uploads.OpenDraftAsync(video, options);
        if (!(await uploads.SendAsync(session, video, options)).IsComplete)
        {
            throw new InvalidOperationException("The upload is not complete.");
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private sealed class Silent : IProgress<VideoUploadProgress>
    {
        public void Report(VideoUploadProgress value)
        {
        }
    }
}
