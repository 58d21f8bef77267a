using NewsBot.Core.Chat;
using Telegram.Bot.Exceptions;

namespace NewsBot.Telegram;

/// <summary>
/// What a failed call means for a post. The texts are those of Telegram's own server (tdlib/telegram-bot-api, Client.cpp); a test sends each of them.
/// Nothing here may quote a request's address: it holds the token.
/// </summary>
internal static class TelegramFailures
{
    private static readonly (string Text, string Why)[] Closing =
    [
        ("bot was blocked by the user", "The person blocked the bot."),
        ("user is deactivated", "The person's account was deleted."),
        ("bot was kicked", "The bot was removed from the chat."),
        ("bot is not a member", "The bot is not a member of the chat."),
        ("chat was deleted", "The group was deleted."),
        ("group chat was deactivated", "The group was deleted."),
        ("can't initiate conversation", "The person has to write to the bot first."),
        ("chat not found", "Telegram does not know this chat, or the bot is not in it."),
        ("message thread not found", "The topic was deleted."),
        ("TOPIC_CLOSED", "The topic is closed."),
        ("TOPIC_DELETED", "The topic was deleted."),
        ("have no rights", "The bot may not write here; make it an administrator or allow members to write."),
        ("not enough rights", "The bot may not write here; make it an administrator or allow members to write."),
        ("need administrator rights", "The bot may not write here; make it an administrator who may post."),
        ("CHAT_WRITE_FORBIDDEN", "The bot may not write here; make it an administrator or allow members to write."),
        ("CHAT_RESTRICTED", "The bot may not write here; make it an administrator or allow members to write."),
    ];

    private static readonly string[] GoneTexts = ["message to edit not found", "message to delete not found", "MESSAGE_ID_INVALID"];

    private static readonly string[] PictureTexts =
        ["wrong file identifier", "failed to get HTTP URL content", "wrong type of the web page content", "WEBPAGE_", "IMAGE_PROCESS_FAILED", "PHOTO_INVALID", "PHOTO_SAVE_FILE_INVALID", "wrong remote file", "file is too big", "not enough rights to send photos", "CHAT_SEND_PHOTOS_FORBIDDEN"];

    /// <summary>What became of a post whose call ended in this exception.</summary>
    public static SendOutcome Outcome(Exception failure) => failure switch
    {
        ApiRequestException { Parameters.MigrateToChatId: { } to } => new SendOutcome.Moved(new TelegramChat(to).Ref),
        ApiRequestException { ErrorCode: 429 } api => new SendOutcome.Later(TimeSpan.FromSeconds(api.Parameters?.RetryAfter ?? 60), "Telegram asks to wait."),
        ApiRequestException api when ClosedWhy(api) is { } why => new SendOutcome.Closed(why),
        ApiRequestException { ErrorCode: 403 } => new SendOutcome.Closed("Telegram does not let the bot write here."),
        ApiRequestException { ErrorCode: 401 or 404 } => new SendOutcome.Later(null, "Telegram does not accept the token."),
        ApiRequestException when IsGone(failure) => new SendOutcome.Never("The post is no longer there."),
        ApiRequestException { ErrorCode: 400 } api => new SendOutcome.Never($"Telegram does not take this post: {api.Message}"),
        ApiRequestException api => new SendOutcome.Later(null, $"Telegram has trouble ({api.ErrorCode})."),
        RequestException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } } =>
            new SendOutcome.Later(null, "Telegram cannot be reached."),
        // A gateway in between answered: what stands behind it never saw the call, unless it was the one that timed out.
        RequestException { HttpStatusCode: System.Net.HttpStatusCode.BadGateway or System.Net.HttpStatusCode.ServiceUnavailable or System.Net.HttpStatusCode.InternalServerError } => new SendOutcome.Later(null, "Telegram has trouble."),
        _ => new SendOutcome.Unknown("Telegram did not answer, so nobody knows whether this arrived."),
    };

    /// <summary>One sentence about any failure, without an address in it.</summary>
    public static string Why(Exception failure) => failure switch
    {
        ApiRequestException { ErrorCode: 409 } => "Another program asks for the same bot's updates, or has set a webhook; stop it, since only one may.",
        ApiRequestException { ErrorCode: 429 } => "Telegram asks to wait.",
        ApiRequestException api => $"Telegram answered {api.ErrorCode}: {api.Message}",
        _ => Outcome(failure) switch
        {
            SendOutcome.Later later => later.Why,
            _ => "Telegram did not answer.",
        },
    };

    public static bool IsAboutPicture(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && PictureTexts.Any(api.Message.Contains);

    public static bool IsAboutMarkup(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && api.Message.Contains("parse entities", StringComparison.Ordinal);

    public static bool IsAboutPayment(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && api.Message.Contains("BALANCE_TOO_LOW", StringComparison.Ordinal);

    public static bool IsNoChange(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && api.Message.Contains("message is not modified", StringComparison.Ordinal);

    public static bool IsGone(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && GoneTexts.Any(api.Message.Contains);

    public static bool IsUndeletable(Exception failure) => failure is ApiRequestException { ErrorCode: 400 } api && api.Message.Contains("message can't be deleted", StringComparison.Ordinal);

    private static string? ClosedWhy(ApiRequestException api) => api.ErrorCode is 400 or 403
        ? Closing.FirstOrDefault(kind => api.Message.Contains(kind.Text, StringComparison.OrdinalIgnoreCase)).Why
        : null;
}
