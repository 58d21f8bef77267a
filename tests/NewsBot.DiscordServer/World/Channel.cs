namespace NewsBot.DiscordApi;

/// <summary>Discord's numbers.</summary>
public enum ChannelKind
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupDirectMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
}

public sealed record ForumTag(ulong Id, string Name);

/// <summary>A channel of any kind, a thread, a forum post (a thread whose parent is a forum) or a private conversation with a bot.</summary>
public sealed class Channel
{
    internal Channel(World world, ulong id, ChannelKind kind, string name) => (World, Id, Kind, Name) = (world, id, kind, name);

    internal World World { get; }

    internal Dictionary<ulong, Overwrite> OverwritesById { get; } = [];

    internal List<Message> MessageList { get; } = [];

    internal Dictionary<ulong, Message> MessagesById { get; } = [];

    internal Queue<ApiError> Refusals { get; } = [];

    internal ApiError? StandingRefusal { get; private set; }

    internal Bot? Bot { get; init; }

    public ulong Id { get; }

    public ChannelKind Kind { get; }

    public string Name { get; internal set; }

    public string? Topic { get; internal set; }

    /// <summary>Null for a private conversation.</summary>
    public Guild? Guild { get; init; }

    /// <summary>A thread's channel or a channel's category.</summary>
    public Channel? Parent { get; init; }

    /// <summary>Those who talk to one another where no bot is.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>The person at the other end of a private conversation.</summary>
    public Person? Recipient { get; init; }

    /// <summary>Who made the thread.</summary>
    public Person? Owner { get; init; }

    public IReadOnlyList<ForumTag> Tags { get; internal set; } = [];

    /// <summary>A forum that wants a tag on every post, else 40067.</summary>
    public bool RequiresTag { get; set; }

    /// <summary>Tags of a forum post.</summary>
    public IReadOnlyList<ForumTag> AppliedTags { get; internal set; } = [];

    public bool IsArchived { get; internal set; }

    public bool IsLocked { get; internal set; }

    public bool IsDeleted { get; private set; }

    /// <summary>Minutes until a quiet thread is archived; only carried along.</summary>
    public int AutoArchiveMinutes { get; internal set; } = 4320;

    public bool IsThread => Kind is ChannelKind.AnnouncementThread or ChannelKind.PublicThread or ChannelKind.PrivateThread;

    public string Mention => $"<#{Id}>";

    /// <summary>What is there now, oldest first; without deleted and ephemeral messages.</summary>
    public IReadOnlyList<Message> Messages => World.See(() => MessageList.Where(message => !message.IsDeleted).ToArray());

    /// <summary>Everything that ever was there, with what was deleted.</summary>
    public IReadOnlyList<Message> History => World.See(() => MessageList.ToArray());

    /// <summary>Open and archived threads, or posts of a forum, oldest first.</summary>
    public IReadOnlyList<Channel> Threads => World.See(() => Guild?.ChannelsById.Values.Where(it => it.IsThread && it.Parent == this).ToArray() ?? []);

    /// <summary>Waits for a message that is there already or comes.</summary>
    public Task<Message> MessageAsync(Func<Message, bool> where, CancellationToken stop = default) => World.UntilAsync(
        () => MessageList.Find(message => !message.IsDeleted && where(message)), $"The message did not come to #{Name}.", stop);

    /// <summary>Waits until at least so many messages are there.</summary>
    public Task<IReadOnlyList<Message>> MessagesAsync(int count, CancellationToken stop = default) => World.UntilAsync<IReadOnlyList<Message>>(
        () => MessageList.Where(message => !message.IsDeleted).ToArray() is var there && there.Length >= count ? there : null,
        $"{count} messages did not come to #{Name}.", stop);

    /// <summary>Waits for a forum post or thread.</summary>
    public Task<Channel> ThreadAsync(Func<Channel, bool> where, CancellationToken stop = default) => World.UntilAsync(
        () => Guild!.ChannelsById.Values.FirstOrDefault(it => it.IsThread && it.Parent == this && where(it)), $"The thread did not come to #{Name}.", stop);

    public Channel AddThread(string name, Person owner) => World.Do(() =>
        Guild!.Enter(new(World, World.Ids.Next(), ThreadKind, name) { Guild = Guild, Parent = this, Owner = owner }, "THREAD_CREATE"));

    public void Allow(Role role, Permissions permissions) => Set(role.Id, isRole: true, permissions, Permissions.None);

    public void Allow(Person member, Permissions permissions) => Set(member.Id, isRole: false, permissions, Permissions.None);

    public void Deny(Role role, Permissions permissions) => Set(role.Id, isRole: true, Permissions.None, permissions);

    public void Deny(Person member, Permissions permissions) => Set(member.Id, isRole: false, Permissions.None, permissions);

    /// <summary>Takes back what was allowed or denied here.</summary>
    public void Clear(Role role) => Change(() => OverwritesById.Remove(role.Id));

    public void Clear(Person member) => Change(() => OverwritesById.Remove(member.Id));

    public void Rename(string name) => Change(() => Name = name);

    public void Archive() => Change(() => IsArchived = true);

    public void Lock() => Change(() => (IsLocked, IsArchived) = (true, true));

    public void Unlock() => Change(() => (IsLocked, IsArchived) = (false, false));

    /// <summary>Deletes the channel and its threads.</summary>
    public void Delete() => World.Do(() => Vanish());

    /// <summary>The next calls that write here fail so, one error each.</summary>
    public void RefuseNext(params ApiError[] errors) => World.Do(() =>
    {
        foreach (var error in errors) Refusals.Enqueue(error);
    });

    /// <summary>Every call that writes here fails so, until it is called with null.</summary>
    public void Refuse(ApiError? error) => World.Do(() => StandingRefusal = error);

    public override string ToString() => $"#{Name}";

    internal ChannelKind ThreadKind => Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread;

    internal void Vanish()
    {
        foreach (var thread in Guild!.ChannelsById.Values.Where(it => it.IsThread && it.Parent == this).ToArray()) thread.Vanish();
        IsDeleted = true;
        Guild.Forget(this);
        Guild.Tell(IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", Shapes.Channel(this));
    }

    internal void Announce() => Guild?.Tell(IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", Shapes.Channel(this));

    private void Set(ulong target, bool isRole, Permissions allow, Permissions deny) => Change(() =>
    {
        var before = OverwritesById.GetValueOrDefault(target) ?? new(target, isRole, 0, 0);
        OverwritesById[target] = before with { Allow = (before.Allow & ~deny) | allow, Deny = (before.Deny & ~allow) | deny };
    });

    private void Change(Action change) => World.Do(() =>
    {
        change();
        Announce();
    });
}
