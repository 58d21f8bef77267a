using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>An error as Discord's JSON tells it: HTTP status, code and message of the documentation's list.</summary>
/// <param name="RetryAfter">Seconds; only for the codes that are limits of a channel.</param>
public sealed record ApiError(int Status, int Code, string Message, double? RetryAfter = null)
{
    public static ApiError UnknownApplication { get; } = new(404, 10002, "Unknown Application");
    public static ApiError UnknownChannel { get; } = new(404, 10003, "Unknown Channel");
    public static ApiError UnknownGuild { get; } = new(404, 10004, "Unknown Guild");
    public static ApiError UnknownMember { get; } = new(404, 10007, "Unknown Member");
    public static ApiError UnknownMessage { get; } = new(404, 10008, "Unknown Message");
    public static ApiError UnknownUser { get; } = new(404, 10013, "Unknown User");
    public static ApiError UnknownWebhook { get; } = new(404, 10015, "Unknown Webhook");
    public static ApiError UnknownInteraction { get; } = new(404, 10062, "Unknown interaction");
    public static ApiError UnknownCommand { get; } = new(404, 10063, "Unknown application command");
    public static ApiError SlowMode { get; } = new(429, 20016, "This action cannot be performed due to slowmode rate limit.", 5);
    public static ApiError EditedTooOften { get; } = new(429, 20022, "This message cannot be edited due to announcement rate limits.", 600);
    public static ApiError ChannelWriteLimit { get; } = new(429, 20028, "The write action you are performing on the channel has hit the write rate limit.", 10);
    public static ApiError GuildWriteLimit { get; } = new(429, 20029, "The write action you are performing on the server has hit the write rate limit.", 10);
    public static ApiError TooManyPins { get; } = new(400, 30003, "Maximum number of pins reached for the channel (50)");
    public static ApiError DailyCommandCreates { get; } = new(429, 30034, "Max number of daily application command creates has been reached (200)");
    public static ApiError OldMessageEdits { get; } = new(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.", 60);
    public static ApiError TooLarge { get; } = new(413, 40005, "Request entity too large");
    public static ApiError AlreadyCrossposted { get; } = new(400, 40033, "This message has already been crossposted.");
    public static ApiError AlreadyAcknowledged { get; } = new(400, 40060, "Interaction has already been acknowledged.");
    public static ApiError ServiceRateLimited { get; } = new(429, 40062, "Service resource is being rate limited", 10);
    public static ApiError TagRequired { get; } = new(400, 40067, "A tag is required to create a forum post in this channel");
    public static ApiError InternalNetwork { get; } = new(403, 40333, "internal network error");
    public static ApiError MissingAccess { get; } = new(403, 50001, "Missing Access");
    public static ApiError AuthoredByAnother { get; } = new(403, 50005, "Cannot edit a message authored by another user");
    public static ApiError EmptyMessage { get; } = new(400, 50006, "Cannot send an empty message");
    public static ApiError CannotMessageUser { get; } = new(403, 50007, "Cannot send messages to this user");
    public static ApiError NonTextChannel { get; } = new(400, 50008, "Cannot send messages in a non-text channel");
    public static ApiError MissingPermissions { get; } = new(403, 50013, "Missing Permissions");
    public static ApiError WrongChannelType { get; } = new(400, 50024, "Cannot execute action on this channel type");
    public static ApiError InvalidToken { get; } = new(401, 50027, "Invalid Webhook Token");
    public static ApiError ThreadArchived { get; } = new(400, 50083, "Thread is archived");
    public static ApiError NotJson { get; } = new(400, 50109, "The request body contains invalid JSON.");
    public static ApiError NoMutualGuild { get; } = new(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
    public static ApiError ThreadExists { get; } = new(400, 160004, "A thread has already been created for this message");
    public static ApiError ThreadLocked { get; } = new(400, 160005, "Thread is locked");
    public static ApiError TooManyThreads { get; } = new(400, 160006, "Maximum number of active threads reached");
    public static ApiError BlockedByAutoMod { get; } = new(400, 200000, "Message was blocked by automatic moderation");
    public static ApiError Unauthorized { get; } = new(401, 0, "401: Unauthorized");
    public static ApiError NotFound { get; } = new(404, 0, "404: Not Found");
    public static ApiError MethodNotAllowed { get; } = new(405, 0, "405: Method Not Allowed");
    public static ApiError Unavailable { get; } = new(503, 0, "503: Service Unavailable");

    internal ApiException Exception(JsonObject? errors = null) => new(this, errors);

    internal JsonObject Body(JsonObject? errors = null)
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null) body["errors"] = errors;
        if (RetryAfter is not { } seconds) return body;
        body["retry_after"] = seconds;
        body["global"] = false;
        return body;
    }
}

internal sealed class ApiException(ApiError error, JsonObject? errors = null) : Exception($"{error.Code} {error.Message} {errors?.ToJsonString()}")
{
    public ApiError Error { get; } = error;

    public JsonObject? Errors { get; } = errors;
}
