namespace NewsBot.DiscordApi;

/// <summary>Bits as documented under "Permissions"; on the wire a decimal string.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    CreateInstantInvite = 1UL << 0,
    KickMembers = 1UL << 1,
    BanMembers = 1UL << 2,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    AddReactions = 1UL << 6,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseExternalEmojis = 1UL << 18,
    Connect = 1UL << 20,
    Speak = 1UL << 21,
    ManageRoles = 1UL << 28,
    ManageWebhooks = 1UL << 29,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    CreatePrivateThreads = 1UL << 36,
    SendMessagesInThreads = 1UL << 38,
    PinMessages = 1UL << 51,
    BypassSlowMode = 1UL << 52,

    /// <summary>What @everyone may do in a new server.</summary>
    Usual = CreateInstantInvite | AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | MentionEveryone
        | UseExternalEmojis | Connect | Speak | UseApplicationCommands | CreatePublicThreads | CreatePrivateThreads | SendMessagesInThreads,

    All = Usual | KickMembers | BanMembers | Administrator | ManageChannels | ManageGuild | ManageMessages | ManageRoles | ManageWebhooks
        | ManageThreads | PinMessages | BypassSlowMode,
}
