using System.Diagnostics;
using System.Net;
using Benchmarks.Harness;
using TikTok.ContentPosting;

namespace Benchmarks.Uploads;

/// <summary>
/// A video of 4 GiB, from a sparse file and from a stream that can be read once, to a server in another process: the memory of this process over what it had before, and the
/// throughput beside one PUT of the same bytes with HttpClient.
/// </summary>
internal static class UploadBenchmark
{
    private const long VideoBytes = 4L << 30;
    private const int Rounds = 3;
    private const double Budget = 30;

    public static async Task RunAsync()
    {
        // `dotnet run` starts the program itself, `dotnet Benchmarks.dll` the host.
        var isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] arguments = isHost ? [typeof(UploadBenchmark).Assembly.Location, "--upload-sink"] : ["--upload-sink"];
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
            {
                RandomAccess.SetLength(file, VideoBytes);
            }
            await MeasureAsync(address, path);
        }
        finally
        {
            File.Delete(path);
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    private static async Task MeasureAsync(Uri address, string path)
    {
        using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = address, AccessTokenProvider = new StaticAccessTokenProvider("act.benchmark") });
        using var uploads = new VideoUploads(client);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        (string Name, Func<long, Task> Send)[] ways =
        [
            ("HttpClient, one PUT of a FileStream", length => PutAsync(http, address, path, length)),
            ("VideoUploads, a path", length => UploadAsync(uploads, path, length, forward: false)),
            ("VideoUploads, a stream that cannot seek", length => UploadAsync(uploads, path, length, forward: true)),
        ];
        // The code is compiled, the connections are there, the file is in the cache.
        foreach (var (_, send) in ways)
        {
            await send(256L << 20);
        }
        await ways[0].Send(VideoBytes);

        var seconds = new double[ways.Length];
        var memory = new double[ways.Length];
        Array.Fill(seconds, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                using var meter = new MemoryMeter();
                var watch = Stopwatch.StartNew();
                await ways[way].Send(VideoBytes);
                seconds[way] = Math.Min(seconds[way], watch.Elapsed.TotalSeconds);
                memory[way] = Math.Max(memory[way], meter.Stop());
            }
        }
        var table = new Table($"Upload of 4 GiB (budget {Budget} MB over the baseline, 0.95 of the throughput)", "", "MB over the baseline", "MB/s", "/ HttpClient");
        for (var way = 0; way < ways.Length; way++)
        {
            table.Add(ways[way].Name, Table.Number(memory[way], "N1"), Table.Number(VideoBytes / seconds[way] / 1e6), Table.Number(seconds[0] / seconds[way], "N2"));
        }
        table.Print();
    }

    private static async Task PutAsync(HttpClient http, Uri address, string path, long length)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        file.Position = VideoBytes - length;
        using var content = new StreamContent(file, 128 << 10);
        content.Headers.ContentLength = length;
        using var response = await http.PutAsync(new Uri(address, "/plain"), content);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The server said {response.StatusCode}.");
        }
    }

    private static async Task UploadAsync(VideoUploads uploads, string path, long length, bool forward)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        file.Position = VideoBytes - length;
        var video = forward ? VideoFile.FromStream(new ForwardStream(file), length, "video/mp4")
            : length == VideoBytes ? VideoFile.FromPath(path, "video/mp4")
            : VideoFile.FromStream(file, length, "video/mp4");
        // Zeros are no movie.
        var options = new VideoUploadOptions { CheckVideo = false, Progress = new Silent() };
        var session = await uploads.OpenDraftAsync(video, options);
        if (!(await uploads.SendAsync(session, video, options)).IsComplete)
        {
            throw new InvalidOperationException("The upload is not complete.");
        }
    }

    private sealed class Silent : IProgress<VideoUploadProgress>
    {
        public void Report(VideoUploadProgress value)
        {
        }
    }
}
