namespace NewsBot.DiscordApi;

/// <summary>Create, read, edit, delete, publish.</summary>
internal static class MessageRoutes
{
    private const int LateEditsAnHour = 3;

    public static Route[] All { get; } =
    [
        new("GET", "channels/{channel}/messages", true, List),
        new("POST", "channels/{channel}/messages", true, Create),
        new("GET", "channels/{channel}/messages/{message}", true, it => Reply.Of(Shapes.Message(it.Message(Readable(it))))),
        new("PATCH", "channels/{channel}/messages/{message}", true, Edit),
        new("DELETE", "channels/{channel}/messages/{message}", true, Delete),
        new("POST", "channels/{channel}/messages/{message}/crosspost", true, Publish),
        new("PUT", "channels/{channel}/messages/pins/{message}", true, it => Pin(it, true)),
        new("DELETE", "channels/{channel}/messages/pins/{message}", true, it => Pin(it, false)),
    ];

    private static Channel Readable(Request it)
    {
        var channel = it.Channel();
        it.Demand(channel, Permissions.ReadMessageHistory);
        return channel;
    }

    private static Reply List(Request it)
    {
        var channel = Readable(it);
        var limit = int.TryParse(it.Query("limit") ?? "50", out var number) && number is >= 1 and <= 100
            ? number : throw FormErrors.Single("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        var there = channel.MessageList.Where(message => !message.IsDeleted);
        if (ulong.TryParse(it.Query("before"), out var before)) there = there.Where(message => message.Id < before);
        // After an id the oldest come first, yet every answer is newest first.
        if (ulong.TryParse(it.Query("after"), out var after)) there = there.Where(message => message.Id > after).Take(limit);
        return Reply.Of(Json.Array(there.TakeLast(limit).Reverse().Select(Shapes.Message)));
    }

    private static Reply Create(Request it)
    {
        var channel = it.Channel();
        DemandWriting(it, channel);
        Refusal.Check(channel);
        var nonce = it.Body.Flag("enforce_nonce") ? it.Body["nonce"]?.ToString() : null;
        if (nonce is not null && Earlier(it, channel, nonce) is { } earlier)
            return earlier.IsDeleted ? throw ApiError.UnknownMessage.Exception() : Reply.Of(Shapes.Message(earlier));
        var message = Posting.Create(channel, it.Bot, it.Draft);
        if (nonce is not null) it.Bot.Nonces[(channel.Id, nonce)] = message;
        return Reply.Of(Shapes.Message(message));
    }

    private static void DemandWriting(Request it, Channel channel)
    {
        if (channel.Kind is ChannelKind.Category or ChannelKind.Forum) throw ApiError.NonTextChannel.Exception();
        if (channel.Recipient is { } person)
        {
            if (!person.AcceptsDirectMessages) throw ApiError.CannotMessageUser.Exception();
            if (!it.World.Guilds.Values.Any(guild => guild.MembersById.ContainsKey(person.Id) && guild.MembersById.ContainsKey(it.Bot.Id))) throw ApiError.NoMutualGuild.Exception();
            return;
        }
        it.Demand(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        if (it.Body["embeds"] is System.Text.Json.Nodes.JsonArray { Count: > 0 }) it.Demand(channel, Permissions.EmbedLinks);
        if (it.Files.Count > 0) it.Demand(channel, Permissions.AttachFiles);
        if (it.Body["message_reference"] is not null) it.Demand(channel, Permissions.ReadMessageHistory);
        if (channel.IsLocked && !it.Granted(channel).HasFlag(Permissions.ManageThreads)) throw ApiError.ThreadLocked.Exception();
    }

    private static Message? Earlier(Request it, Channel channel, string nonce) =>
        it.Bot.Nonces.TryGetValue((channel.Id, nonce), out var earlier) && it.World.Now - earlier.VersionList[0].At < it.World.Options.NonceMemory ? earlier : null;

    private static Reply Edit(Request it)
    {
        var channel = it.Channel();
        var message = it.Message(channel);
        if (message.Author.Id != it.Bot.Id) throw ApiError.AuthoredByAnother.Exception();
        if (channel is { IsThread: true, IsArchived: true }) throw ApiError.ThreadArchived.Exception();
        Refusal.Check(channel);
        if (it.World.Now - message.VersionList[0].At > TimeSpan.FromHours(1) && LateEdits(message, it.World.Now) >= LateEditsAnHour) throw ApiError.OldMessageEdits.Exception();
        return Reply.Of(Shapes.Message(Posting.Edit(message, it.Bot, it.Draft)));
    }

    private static int LateEdits(Message message, DateTimeOffset now) => message.VersionList.Skip(1).Count(version =>
        version.At - message.VersionList[0].At > TimeSpan.FromHours(1) && now - version.At < TimeSpan.FromHours(1));

    private static Reply Delete(Request it)
    {
        var channel = it.Channel();
        var message = it.Message(channel);
        if (message.Author.Id != it.Bot.Id) it.Demand(channel, Permissions.ManageMessages);
        Posting.Delete(message);
        return Reply.Nothing;
    }

    private static Reply Publish(Request it)
    {
        var channel = it.Channel();
        var message = it.Message(channel);
        if (channel.Kind != ChannelKind.Announcement) throw ApiError.WrongChannelType.Exception();
        it.Demand(channel, message.Author.Id == it.Bot.Id ? Permissions.SendMessages : Permissions.ManageMessages);
        Refusal.Check(channel);
        if (message.IsCrossposted) throw ApiError.AlreadyCrossposted.Exception();
        message.IsCrossposted = true;
        return Reply.Of(Shapes.Message(message));
    }

    private static Reply Pin(Request it, bool pinned)
    {
        var channel = it.Channel();
        it.Demand(channel, Permissions.PinMessages);
        var message = it.Message(channel);
        if (pinned && channel.MessageList.Count(other => other is { IsPinned: true, IsDeleted: false }) >= 250) throw ApiError.TooManyPins.Exception();
        message.IsPinned = pinned;
        return Reply.Nothing;
    }
}
