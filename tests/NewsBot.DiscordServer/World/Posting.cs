using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>A file of a multipart body.</summary>
internal sealed record Upload(int Index, string Name, string? ContentType, byte[] Bytes);

/// <summary>How a message comes into being: through Create Message, a thread's first post, or an interaction's webhook.</summary>
internal sealed record Draft(JsonObject Body, IReadOnlyList<Upload> Files)
{
    public bool IsFromWebhook { get; init; }

    public Interaction? Origin { get; init; }
}

/// <summary>Makes messages out of bodies and edits them; called with the world's gate held.</summary>
internal static class Posting
{
    private const MessageMarks Sendable = MessageMarks.SuppressEmbeds | MessageMarks.SuppressNotifications | MessageMarks.ComponentsV2;

    /// <summary>A person's own words, beyond any check.</summary>
    public static Message Write(Channel channel, Person author, JsonObject body) => Add(channel, new(channel, channel.World.Ids.Next(), author,
        new(channel.World.Now, body.Text("content") ?? "", [], [], MessageMarks.None, [], Pings.Nobody)));

    public static Message Create(Channel channel, Bot bot, Draft draft)
    {
        var message = Draft(channel, bot, draft);
        // What only one person sees is in no channel.
        return message.IsEphemeral ? message : Add(channel, message);
    }

    /// <summary>A checked message that is not in the channel yet.</summary>
    public static Message Draft(Channel channel, Bot bot, Draft draft, ulong? id = null)
    {
        var form = new Form(draft.Body, new());
        var flags = (MessageMarks)(form.Number("flags", 0, int.MaxValue) ?? 0);
        flags &= Sendable | (draft.IsFromWebhook ? MessageMarks.Ephemeral : 0);
        var version = Read(channel, bot, draft, form, flags, before: null);
        var nonce = Nonce(form);
        var reply = form.Inner("message_reference")?.Id("message_id");
        form.Errors.ThrowIfAny();
        if (IsEmpty(version)) throw ApiError.EmptyMessage.Exception();
        return new(channel, id ?? channel.World.Ids.Next(), bot.User, version)
        {
            Nonce = nonce,
            Application = bot,
            Origin = draft.Origin,
            Webhook = draft.IsFromWebhook ? bot.Id : null,
            ReplyTo = reply,
        };
    }

    public static Message Edit(Message message, Bot bot, Draft draft)
    {
        var before = message.VersionList[^1];
        var form = new Form(draft.Body, new());
        var asked = (MessageMarks?)form.Number("flags", 0, int.MaxValue);
        var flags = asked is null ? before.Flags : (before.Flags & ~MessageMarks.SuppressEmbeds) | (asked.Value & (MessageMarks.SuppressEmbeds | MessageMarks.ComponentsV2));
        if (asked is { } wanted && before.Flags.HasFlag(MessageMarks.ComponentsV2) && !wanted.HasFlag(MessageMarks.ComponentsV2))
            form.Wrong("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "The IS_COMPONENTS_V2 flag cannot be removed");
        var version = Read(message.Channel, bot, draft, form, flags & ~MessageMarks.Loading, before);
        form.Errors.ThrowIfAny();
        if (IsEmpty(version)) throw ApiError.EmptyMessage.Exception();
        message.VersionList.Add(version);
        if (!message.IsEphemeral) Tell(message, "MESSAGE_UPDATE", () => Shapes.Message(message));
        return message;
    }

    public static void Delete(Message message)
    {
        message.IsDeleted = true;
        if (!message.IsEphemeral) Tell(message, "MESSAGE_DELETE", () => new() { ["id"] = $"{message.Id}", ["channel_id"] = $"{message.Channel.Id}" });
    }

    public static Message Add(Channel channel, Message message)
    {
        channel.MessageList.Add(message);
        channel.MessagesById[message.Id] = message;
        if (channel is { IsThread: true, IsArchived: true })
        {
            channel.IsArchived = false;
            channel.Announce();
        }
        Tell(message, "MESSAGE_CREATE", () => Shapes.Message(message));
        return message;
    }

    private static MessageVersion Read(Channel channel, Bot bot, Draft draft, Form form, MessageMarks flags, MessageVersion? before)
    {
        var world = channel.World;
        var isV2 = flags.HasFlag(MessageMarks.ComponentsV2);
        // A member that an edit leaves out stays as it was, and so does what is now set to null in a creation: empty.
        bool Keeps(string name) => before is not null && !form.Body.ContainsKey(name);
        var content = Keeps("content") ? before!.Content : form.Text("content", 2000)?.Trim() ?? "";
        var embeds = Keeps("embeds") ? before!.Embeds : EmbedRules.Read(form);
        if (!Keeps("components")) ComponentRules.CheckMessage(form, isV2);
        var components = Keeps("components") ? before!.Components : ComponentIds.Number(form.Body["components"].Copy());
        if (isV2) CheckV2(form, content, embeds);
        var attachments = AttachmentRules.Read(world, form, draft.Files, before);
        var version = new MessageVersion(world.Now, content, embeds, components, flags, attachments, Pings.Nobody);
        var writer = channel.Guild is { } guild && guild.MembersById.TryGetValue(bot.Id, out var member) ? PermissionRules.In(channel, member) : Permissions.None;
        var spoken = string.Join('\n', [content, .. ComponentTree.All(components).Where(it => it.Number("type") == 10).Select(it => it.Text("content"))]);
        return version with { Pings = MentionRules.Read(form, spoken, channel.Guild, writer, draft.IsFromWebhook) };
    }

    private static void CheckV2(Form form, string content, JsonArray embeds)
    {
        const string Code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
        if (content.Length > 0) form.Wrong("content", Code, "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        if (embeds.Count > 0) form.Wrong("embeds", Code, "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        if (form.Has("poll")) form.Wrong("poll", Code, "The 'poll' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    private static bool IsEmpty(MessageVersion it) => it.Content.Length == 0 && it.Embeds.Count == 0 && it.Components.Count == 0 && it.Attachments.Count == 0;

    private static string? Nonce(Form form) => form.Body["nonce"] is JsonValue value && Json.Number(value) is { } number ? $"{number}" : form.Text("nonce", 25);

    // Most bots do not listen to messages; then none is put into words.
    private static void Tell(Message message, string name, Func<JsonObject> shape)
    {
        var channel = message.Channel;
        if (channel.Guild is not { } guild)
        {
            if (channel.Bot?.Gateway.Hears(name, 0) is true) channel.Bot.Tell(name, shape());
            return;
        }
        foreach (var bot in guild.Bots().Where(bot => bot.Gateway.Hears(name, guild.Id)))
        {
            var data = shape();
            data["guild_id"] = $"{guild.Id}";
            var member = guild.MembersById[bot.Id];
            if (PermissionRules.In(channel, member).HasFlag(Permissions.ViewChannel)) bot.Tell(name, data, guild.Id);
        }
    }
}
