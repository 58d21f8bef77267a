using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>What an administrator may do (the Bot API's ChatAdministratorRights).</summary>
[Flags]
public enum AdminRights
{
    /// <summary>An administrator in name: the chat can be seen and managed, and no more.</summary>
    None = 0,
    DeleteMessages = 1,
    RestrictMembers = 2,
    PromoteMembers = 4,
    ChangeInfo = 8,
    InviteUsers = 16,

    /// <summary>Channels only: without it nothing can be posted.</summary>
    PostMessages = 32,

    /// <summary>Channels only: edit what others have posted.</summary>
    EditMessages = 64,

    /// <summary>Groups only.</summary>
    PinMessages = 128,

    /// <summary>Forums only; who has it may also write into closed topics.</summary>
    ManageTopics = 256,
    All = 511,
}

/// <summary>What members may do (a part of the Bot API's ChatPermissions).</summary>
[Flags]
public enum MemberRights
{
    None = 0,
    SendMessages = 1,
    SendPhotos = 2,
    AddLinkPreviews = 4,
    PinMessages = 8,
    ManageTopics = 16,
    All = 31,
}

internal static class RightsJson
{
    private static readonly (string Name, AdminRights Right)[] Admin =
    [
        ("can_delete_messages", AdminRights.DeleteMessages), ("can_restrict_members", AdminRights.RestrictMembers),
        ("can_promote_members", AdminRights.PromoteMembers), ("can_change_info", AdminRights.ChangeInfo), ("can_invite_users", AdminRights.InviteUsers),
        ("can_post_messages", AdminRights.PostMessages), ("can_edit_messages", AdminRights.EditMessages),
        ("can_pin_messages", AdminRights.PinMessages), ("can_manage_topics", AdminRights.ManageTopics),
    ];

    private static readonly (string Name, MemberRights Right)[] Member =
    [
        ("can_send_messages", MemberRights.SendMessages), ("can_send_photos", MemberRights.SendPhotos),
        ("can_add_web_page_previews", MemberRights.AddLinkPreviews), ("can_pin_messages", MemberRights.PinMessages),
        ("can_manage_topics", MemberRights.ManageTopics),
    ];

    private static readonly string[] OtherAdmin =
        ["can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages"];

    private static readonly string[] OtherMember =
    [
        "can_send_audios", "can_send_documents", "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
        "can_send_other_messages", "can_react_to_messages", "can_change_info", "can_invite_users", "can_edit_tag",
    ];

    public static void Write(JsonObject json, AdminRights rights, bool inChannel)
    {
        json["can_manage_chat"] = true;
        foreach (var name in OtherAdmin) json[name] = false;
        foreach (var (name, right) in Admin)
            if (inChannel ? right is not (AdminRights.PinMessages or AdminRights.ManageTopics) : right is not (AdminRights.PostMessages or AdminRights.EditMessages))
                json[name] = rights.HasFlag(right);
    }

    public static void Write(JsonObject json, MemberRights rights)
    {
        foreach (var (name, right) in Member) json[name] = rights.HasFlag(right);
        foreach (var name in OtherMember) json[name] = false;
    }
}
