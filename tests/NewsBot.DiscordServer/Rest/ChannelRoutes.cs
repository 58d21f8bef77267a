using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Channels and threads, forum posts among them.</summary>
internal static class ChannelRoutes
{
    private const int MostTags = 5;

    public static Route[] All { get; } =
    [
        new("GET", "channels/{channel}", true, it => Reply.Of(Shapes.Channel(it.Channel()))),
        new("PATCH", "channels/{channel}", true, Change),
        new("DELETE", "channels/{channel}", true, Delete),
        new("POST", "channels/{channel}/typing", true, Typing),
        new("POST", "channels/{channel}/threads", true, StartThread),
        new("POST", "channels/{channel}/messages/{message}/threads", true, StartThreadAtMessage),
    ];

    private static Reply Change(Request it)
    {
        var channel = it.Channel();
        var form = new Form(it.Body, new());
        var name = form.Text("name", 100, 1);
        var topic = form.Text("topic", channel.Kind == ChannelKind.Forum ? 4096 : 1024);
        var archived = form.Has("archived") ? form.Flag("archived") : channel.IsArchived;
        var locked = form.Has("locked") ? form.Flag("locked") : channel.IsLocked;
        var tags = form.Has("applied_tags") ? Applied(form, channel.Parent ?? channel) : channel.AppliedTags;
        form.Errors.ThrowIfAny();
        var isOwnThread = channel.IsThread && channel.Owner?.Id == it.Bot.Id && locked == channel.IsLocked && !channel.IsLocked;
        if (!isOwnThread) it.Demand(channel, channel.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
        (channel.Name, channel.IsArchived, channel.IsLocked, channel.AppliedTags) = (name ?? channel.Name, archived, locked, tags);
        if (form.Body.ContainsKey("topic")) channel.Topic = topic;
        channel.Announce();
        return Reply.Of(Shapes.Channel(channel));
    }

    private static Reply Delete(Request it)
    {
        var channel = it.Channel();
        if (channel.Guild is null) return Reply.Of(Shapes.Channel(channel));
        it.Demand(channel, channel.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
        channel.Vanish();
        return Reply.Of(Shapes.Channel(channel));
    }

    private static Reply Typing(Request it)
    {
        it.Demand(it.Channel(), Permissions.SendMessages);
        return Reply.Nothing;
    }

    private static Reply StartThread(Request it)
    {
        var channel = it.Channel();
        if (channel.Kind == ChannelKind.Forum) return StartPost(it, channel);
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement)) throw ApiError.WrongChannelType.Exception();
        var form = new Form(it.Body, new());
        var kind = (ChannelKind)(form.OneOf("type", [10, 11, 12]) ?? 12);
        var name = Name(form);
        form.Errors.ThrowIfAny();
        it.Demand(channel, kind == ChannelKind.PrivateThread ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads);
        return new(201, Shapes.Channel(Make(it, channel, kind, name, it.World.Ids.Next())));
    }

    private static Reply StartThreadAtMessage(Request it)
    {
        var channel = it.Channel();
        var message = it.Message(channel);
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement)) throw ApiError.WrongChannelType.Exception();
        if (message.Thread is not null) throw ApiError.ThreadExists.Exception();
        var form = new Form(it.Body, new());
        var name = Name(form);
        form.Errors.ThrowIfAny();
        it.Demand(channel, Permissions.CreatePublicThreads);
        message.Thread = Make(it, channel, channel.ThreadKind, name, message.Id);
        return new(201, Shapes.Channel(message.Thread));
    }

    /// <summary>A post is a thread with a first message of the same id; the permission for it is SEND_MESSAGES.</summary>
    private static Reply StartPost(Request it, Channel forum)
    {
        var form = new Form(it.Body, new());
        var name = Name(form);
        var tags = Applied(form, forum);
        var first = form.Inner("message", required: true);
        form.Errors.ThrowIfAny();
        it.Demand(forum, Permissions.SendMessages);
        if (forum.RequiresTag && tags.Count == 0) throw ApiError.TagRequired.Exception();
        Refusal.Check(forum);
        var id = it.World.Ids.Next();
        var post = new Channel(it.World, id, ChannelKind.PublicThread, name) { Guild = forum.Guild, Parent = forum, Owner = it.Bot.User, AppliedTags = tags };
        // The message is checked before anybody hears of the thread.
        var message = Posting.Draft(post, it.Bot, new((JsonObject)first!.Body.DeepClone(), it.Files), id);
        forum.Guild!.Enter(post, "THREAD_CREATE");
        Posting.Add(post, message);
        var shape = Shapes.Channel(post);
        shape["message"] = Shapes.Message(message);
        return new(201, shape);
    }

    private static Channel Make(Request it, Channel parent, ChannelKind kind, string name, ulong id) =>
        parent.Guild!.Enter(new(it.World, id, kind, name) { Guild = parent.Guild, Parent = parent, Owner = it.Bot.User }, "THREAD_CREATE");

    private static string Name(Form form)
    {
        form.OneOf("auto_archive_duration", [60, 1440, 4320, 10080]);
        return form.Text("name", 100, 1, required: true)?.Trim() ?? "";
    }

    private static List<ForumTag> Applied(Form form, Channel forum)
    {
        List<ForumTag> tags = [];
        foreach (var (index, node) in form.Array("applied_tags", MostTags).Index())
        {
            if (forum.Tags.FirstOrDefault(tag => tag.Id == Json.Id(node)) is { } tag) tags.Add(tag);
            else form.Wrong($"applied_tags.{index}", "CHANNEL_UNKNOWN_TAG", "Tag does not exist in this channel");
        }
        return tags;
    }
}

/// <summary>Errors that a test asked a channel for.</summary>
internal static class Refusal
{
    public static void Check(Channel channel)
    {
        if (channel.StandingRefusal is { } standing) throw standing.Exception();
        if (channel.Refusals.TryDequeue(out var once)) throw once.Exception();
    }
}
