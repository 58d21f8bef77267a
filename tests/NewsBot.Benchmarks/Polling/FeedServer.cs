using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Benchmarks.Polling;

/// <summary>
/// A host of any number of feeds of 12 items and about 10 KB over TLS, in a process of its own. /feed/N is such a feed, the same until
/// /news has been asked, which gives each an article more, or /touch, which only changes a line of its head; after /wait/MS each answer takes so long; /asked tells how many requests there were.
/// </summary>
internal static class FeedServer
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 100).Select(word => $"word{word}"));

    public static async Task ServeAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(Certificate())));
        var app = builder.Build();
        var (asked, newest, touched, wait) = (0, 0, 0, 0);
        var began = TimeProvider.System.GetUtcNow();
        app.Run(async context =>
        {
            switch (context.Request.Path.Value!.Split('/'))
            {
                case ["", "feed", var number]:
                    Interlocked.Increment(ref asked);
                    await Task.Delay(wait, context.RequestAborted);
                    var tag = touched == 0 ? $"\"{newest}\"" : $"\"{newest}-{touched}\"";
                    context.Response.Headers.ETag = tag;
                    if (context.Request.Headers.IfNoneMatch == tag) context.Response.StatusCode = StatusCodes.Status304NotModified;
                    else await context.Response.WriteAsync(Body(number, newest, touched, began), context.RequestAborted);
                    break;
                case ["", "wait", var milliseconds]:
                    wait = int.Parse(milliseconds, CultureInfo.InvariantCulture);
                    break;
                case ["", "news"]:
                    newest++;
                    break;
                case ["", "touch"]:
                    touched++;
                    break;
                default:
                    await context.Response.WriteAsync(asked.ToString(CultureInfo.InvariantCulture), context.RequestAborted);
                    break;
            }
        });
        await app.RunAsync();
    }

    private static string Body(string feed, int newest, int touched, DateTimeOffset began) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Feed {feed}</title><link>https://f{feed}.bench.test/</link><description>To measure with, {touched}</description>
        {string.Concat(Enumerable.Range(0, 12).Select(back => Item(feed, 100 + newest - back, began)))}
        </channel></rss>
        """;

    private static string Item(string feed, int number, DateTimeOffset began) => $"""
        <item><title>Article {number} of feed {feed}</title><link>https://f{feed}.bench.test/{number}</link><guid isPermaLink="false">{feed}-{number}</guid>
        <pubDate>{began.AddMinutes((number - 100) * 10).ToString("r", CultureInfo.InvariantCulture)}</pubDate>
        <description><![CDATA[<p>Article {number} of feed {feed} begins here.</p><p>{Text}</p>]]></description></item>
        """;

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=bench.test", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
