using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NewsBot.Local.Web;

/// <summary>The page's own files, which are part of the program. They hold nothing secret, so they need no key.</summary>
internal static class PageRoutes
{
    private const string Prefix = "NewsBot.Local.Page.";

    public static void Map(IEndpointRouteBuilder routes, Guard guard)
    {
        foreach (var resource in typeof(PageRoutes).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var name = resource[Prefix.Length..];
            routes.MapGet(name == "index.html" ? "/" : $"/{name}", guard.Open(Serve(resource, MediaType(name))));
        }
    }

    private static RequestDelegate Serve(string resource, string type)
    {
        var bytes = Read(resource);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        return async context =>
        {
            // Kept by the browser but asked about each time, so that page and server never differ in version.
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.ETag = tag;
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == tag ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
            if (context.Response.StatusCode == StatusCodes.Status304NotModified) return;
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        };
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageRoutes).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page holds a file of a kind it should not: {other}"),
    };
}
