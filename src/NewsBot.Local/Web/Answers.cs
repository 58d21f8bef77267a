using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>JSON in and out. An error is one sentence that says what to do.</summary>
internal static class Answers
{
    /// <summary>Bytes of a request's body.</summary>
    public const int MostBytes = 64 * 1024;

    public static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new ErrorJson(sentence), LocalJson.Kept.ErrorJson);
    }

    /// <summary>The same in the browser's language.</summary>
    public static Task RefuseAsync(HttpContext context, int status, Phrase sentence, params ReadOnlySpan<object?> values) =>
        RefuseAsync(context, status, sentence.In(Speech.Of(context), values));

    public static async Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The body, or null after an answer that says what is wrong with it.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) where T : class
    {
        // A form cannot send this content type, and a script elsewhere must ask first (which we never allow).
        if (!context.Request.HasJsonContentType()) return await RefusedAsync<T>(context, 415, "Send JSON, with the content type application/json.");
        try
        {
            var bytes = await BytesAsync(context);
            if (bytes is null) return await RefusedAsync<T>(context, 413, $"That is more than {MostBytes / 1024} KB; send less.");
            return JsonSerializer.Deserialize(bytes.Value.Span, type) ?? await RefusedAsync<T>(context, 400, "Send a JSON object.");
        }
        catch (JsonException)
        {
            return await RefusedAsync<T>(context, 400, "That JSON cannot be read.");
        }
    }

    private static async Task<T?> RefusedAsync<T>(HttpContext context, int status, string sentence) where T : class
    {
        await RefuseAsync(context, status, sentence);
        return null;
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes) return null;
        var bytes = new byte[MostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MostBytes ? null : bytes.AsMemory(0, length);
    }
}
