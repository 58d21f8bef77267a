using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

internal delegate JsonNode? Method(Request request);

/// <summary>The methods that this server knows. Any other is answered 404, as the real server answers a name that it does not know.</summary>
internal static class MethodTable
{
    public static Dictionary<string, Method> Methods { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = Profile.GetMe,
        ["logOut"] = _ => true,
        ["close"] = _ => true,
        ["setMyCommands"] = Profile.SetCommands,
        ["getMyCommands"] = Profile.GetCommands,
        ["deleteMyCommands"] = Profile.DeleteCommands,
        ["setMyName"] = request => Profile.Set(request, it => it.Names, "name", 64),
        ["getMyName"] = request => Profile.Get(request, it => it.Names, "name"),
        ["setMyDescription"] = request => Profile.Set(request, it => it.Descriptions, "description", 512),
        ["getMyDescription"] = request => Profile.Get(request, it => it.Descriptions, "description"),
        ["setMyShortDescription"] = request => Profile.Set(request, it => it.ShortDescriptions, "short_description", 120),
        ["getMyShortDescription"] = request => Profile.Get(request, it => it.ShortDescriptions, "short_description"),
        ["setWebhook"] = Webhooks.Set,
        ["deleteWebhook"] = Webhooks.Delete,
        ["getWebhookInfo"] = Webhooks.Info,
        ["sendMessage"] = Sending.Text,
        ["sendPhoto"] = Sending.Photo,
        ["sendMediaGroup"] = Sending.Album,
        ["sendRichMessage"] = Sending.Rich,
        ["sendChatAction"] = Sending.Action,
        ["editMessageText"] = Editing.Text,
        ["editMessageCaption"] = Editing.Caption,
        ["editMessageMedia"] = Editing.Media,
        ["editMessageReplyMarkup"] = Editing.Keyboard,
        ["deleteMessage"] = Deleting.One,
        ["deleteMessages"] = Deleting.Many,
        ["pinChatMessage"] = Pinning.Pin,
        ["unpinChatMessage"] = Pinning.Unpin,
        ["answerCallbackQuery"] = Answering.Press,
        ["answerInlineQuery"] = Answering.Question,
        ["getChat"] = Looking.Chat,
        ["getChatMember"] = Looking.Member,
        ["getChatAdministrators"] = Looking.Administrators,
        ["getChatMemberCount"] = Looking.Count,
        ["leaveChat"] = Looking.Leave,
        ["getFile"] = Looking.File,
        ["createForumTopic"] = Topics.Create,
        ["editForumTopic"] = Topics.Rename,
        ["closeForumTopic"] = request => Topics.SetClosed(request, true),
        ["reopenForumTopic"] = request => Topics.SetClosed(request, false),
        ["deleteForumTopic"] = Topics.Delete,
        ["closeGeneralForumTopic"] = request => Topics.SetGeneralClosed(request, true),
        ["reopenGeneralForumTopic"] = request => Topics.SetGeneralClosed(request, false),
    };
}
