using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

internal static class Polling
{
    public static async Task<JsonNode?> PollAsync(World world, BotAccount bot, Call call, CancellationToken stop)
    {
        var limit = Math.Clamp(call.Number32("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Max(0, call.Number32("timeout") ?? 0));
        if (timeout > world.Options.LongestPoll) timeout = world.Options.LongestPoll;
        return await bot.Updates.PollAsync(call.Number64("offset") ?? 0, limit, timeout, Kinds(call), stop);
    }

    /// <summary>The update kinds that a call asks for; null leaves them as they were.</summary>
    public static IReadOnlyList<string>? Kinds(Call call) => call.Array("allowed_updates") is { } kinds ? [.. kinds.Select(it => (string?)it ?? "")] : null;
}
