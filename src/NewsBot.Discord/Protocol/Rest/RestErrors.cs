using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsBot.Discord.Protocol;

internal sealed record ErrorBody
{
    public int Code { get; init; }

    public string Message { get; init; } = "";

    public JsonElement? Errors { get; init; }
}

internal sealed record RateLimitBody
{
    /// <summary>Seconds, with a fraction.</summary>
    public double? RetryAfter { get; init; }

    public bool Global { get; init; }
}

/// <summary>Reads what Discord says when it refuses. The body may be anything: a proxy in between answers in HTML.</summary>
internal static class RestErrors
{
    private const int LongestText = 500;

    public static Refused Refusal(HttpStatusCode status, byte[] body)
    {
        var error = Read(body, DiscordJson.Default.ErrorBody) ?? new();
        return new((int)status, error.Code, Shorten(error.Message.Length > 0 ? error.Message : $"HTTP {(int)status}"), Shorten(Fields(error.Errors)));
    }

    public static RateLimited Limit(HttpResponseMessage answer, byte[] body)
    {
        var told = Read(body, DiscordJson.Default.RateLimitBody);
        var headers = RateHeaders.Of(answer.Headers);
        var after = told?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : RateHeaders.RetryAfter(answer.Headers) ?? TimeSpan.FromSeconds(1);
        // A 429 that is not Discord's JSON comes from the cache before it, and that one means the whole address.
        return new(after, told is null || told.Global ? RateScope.Global : headers.Scope);
    }

    private static T? Read<T>(byte[] body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> kind)
    {
        try
        {
            return JsonSerializer.Deserialize(body, kind);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>{"embeds":{"0":{"title":{"_errors":[{"message":"Too long"}]}}}} becomes "embeds.0.title: Too long".</summary>
    private static string Fields(JsonElement? errors)
    {
        var text = new StringBuilder();
        if (errors is { ValueKind: JsonValueKind.Object } root)
            Collect(root, "", text);
        return text.ToString();
    }

    private static void Collect(JsonElement element, string path, StringBuilder text)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (member is { Name: "_errors", Value.ValueKind: JsonValueKind.Array })
            {
                foreach (var error in member.Value.EnumerateArray())
                    text.Append(text.Length > 0 ? "; " : "").Append(path).Append(": ").Append(MessageOf(error));
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && text.Length < LongestText)
            {
                Collect(member.Value, path.Length > 0 ? $"{path}.{member.Name}" : member.Name, text);
            }
        }
    }

    private static string MessageOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) ? message.ToString() : error.ToString();

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
