using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.BotApi;

internal static partial class Webhooks
{
    public static JsonNode Set(Request request)
    {
        var (_, bot, call) = request;
        if (string.IsNullOrEmpty(call["url"])) return Delete(request);
        var target = new WebhookTarget(Address(call["url"]!), Secret(call), Connections(call));
        if (Polling.Kinds(call) is { } kinds) bot.Updates.Allow(kinds);
        if (call.Flag("drop_pending_updates")) bot.Updates.Clear();
        bot.Webhook.Set(target);
        bot.Updates.EndPoll("terminated by setWebhook request");
        return true;
    }

    public static JsonNode Delete(Request request)
    {
        request.Bot.Webhook.Remove();
        if (request.Call.Flag("drop_pending_updates")) request.Bot.Updates.Clear();
        return true;
    }

    public static JsonNode Info(Request request)
    {
        var (hook, updates) = (request.Bot.Webhook, request.Bot.Updates);
        var info = new JsonObject { ["url"] = hook.Url ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = updates.Count };
        if (hook.Url is not null) info["max_connections"] = hook.MaxConnections;
        if (hook.LastError is { } error) (info["last_error_date"], info["last_error_message"]) = (error.At.ToUnixTimeSeconds(), error.Message);
        if (updates.Allowed.Count > 0) info["allowed_updates"] = new JsonArray([.. updates.Allowed.Select(it => (JsonNode)it)]);
        return info;
    }

    // Plain http and any port are let through here because everything is on loopback; the real server wants https on 443, 80, 88 or 8443.
    private static string Address(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Refusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        return address.IsLoopback ? url : throw Refusal.Bad("bad webhook: this test server posts to loopback addresses only");
    }

    private static string? Secret(Call call)
    {
        if (call["secret_token"] is not { Length: > 0 } secret) return null;
        if (secret.Length > 256) throw Refusal.Bad("secret token is too long");
        return SecretToken().IsMatch(secret) ? secret : throw Refusal.Bad("secret token contains unallowed characters");
    }

    private static int Connections(Call call) => call.Number32("max_connections") is { } asked ? Math.Clamp(asked, 1, 100) : 40;

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretToken();
}
