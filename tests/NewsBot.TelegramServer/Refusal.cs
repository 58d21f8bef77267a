using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>An answer with <c>ok: false</c>. The texts are those of the real server, as far as they are known.</summary>
internal sealed class Refusal(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public string Description => Message;

    public JsonObject? Parameters => parameters;

    public static Refusal Bad(string what) => new(400, $"Bad Request: {what}");

    public static Refusal Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static Refusal Conflict(string what) => new(409, $"Conflict: {what}");

    public static Refusal Unauthorized() => new(401, "Unauthorized");

    public static Refusal NotFound() => new(404, "Not Found");

    public static Refusal TooMany(TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        return new(429, $"Too Many Requests: retry after {seconds}", new() { ["retry_after"] = seconds });
    }

    public static Refusal Migrated(long to) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat", new() { ["migrate_to_chat_id"] = to });
}
