using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Uploads;

/// <summary>A server in a process of its own that takes what is sent and forgets it: what is measured is the sender.</summary>
internal static class SinkServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        app.Run(HandleAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        // Until the parent closes the input, or is gone.
        await Console.In.ReadToEndAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
    }

    private static async Task HandleAsync(HttpContext context)
    {
        var buffer = new byte[64 << 10];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
        }
        if (context.Request.Method == HttpMethods.Post)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                $$$"""{"data":{"publish_id":"v_inbox_file~v2.1","upload_url":"http://{{{context.Request.Host}}}/video/"},"error":{"code":"ok","message":"","log_id":"1"}}""", context.RequestAborted);
            return;
        }
        context.Response.ContentLength = 0;
        if (context.Request.Headers.ContentRange.ToString() is { Length: > 0 } range)
        {
            var numbers = range["bytes ".Length..].Split('-', '/');
            var end = long.Parse(numbers[1], CultureInfo.InvariantCulture) + 1;
            var total = long.Parse(numbers[2], CultureInfo.InvariantCulture);
            context.Response.StatusCode = end == total ? StatusCodes.Status201Created : StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes 0-{end}/{total}");
        }
    }
}
