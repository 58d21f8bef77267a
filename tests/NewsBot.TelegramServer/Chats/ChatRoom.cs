using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

public enum RoomKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}

/// <summary>
/// A chat of any kind. What happens in it because of people is in <see cref="RoomActions"/>.
/// Everything here may be read while the server works: lists are copies of the moment.
/// </summary>
public sealed class ChatRoom
{
    private ImmutableDictionary<long, Membership> _members = ImmutableDictionary<long, Membership>.Empty;
    private ImmutableSortedDictionary<int, Topic> _topics = ImmutableSortedDictionary<int, Topic>.Empty;
    private readonly List<ChatMessage> _messages = [];

    internal ChatRoom(World world, RoomKind kind, long id, string title, string? username)
    {
        World = world;
        Kind = kind;
        Id = id;
        Title = title;
        Username = username;
        // A supergroup's and a channel's first message says that it was made, so that no topic of theirs can have the General topic's id.
        LastId = kind is RoomKind.Supergroup or RoomKind.Channel ? 1 : 0;
    }

    public RoomKind Kind { get; }

    /// <summary>As bots know it: a person's own id, −n for groups, −100… for supergroups and channels.</summary>
    public long Id { get; }

    /// <summary>The title; of a private chat the person's name.</summary>
    public string Title { get; internal set; }

    /// <summary>The public name without @, if any.</summary>
    public string? Username { get; }

    public bool IsForum { get; internal set; }

    /// <summary>The person of a private chat.</summary>
    public Person? Person { get; internal init; }

    /// <summary>The bot of a private chat.</summary>
    public BotAccount? Bot { get; internal init; }

    /// <summary>Whether the person has blocked the bot of this private chat.</summary>
    public bool IsBlocked { get; internal set; }

    /// <summary>The supergroup that this group became.</summary>
    public ChatRoom? MovedTo { get; internal set; }

    /// <summary>The group of a channel, or the channel of a group, whose posts come along by themselves.</summary>
    public ChatRoom? Linked { get; internal set; }

    /// <summary>Whether the group was deleted.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>What plain members may do.</summary>
    public MemberRights Permissions { get; set; } = MemberRights.All;

    /// <summary>Whether only who manages topics may write into the General topic.</summary>
    public bool IsGeneralClosed { get; set; }

    /// <summary>Every message that is or was here, also deleted ones, the oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (World.Gate) return [.. _messages];
        }
    }

    /// <summary>What bots have written here and is not deleted, the oldest first.</summary>
    public IReadOnlyList<ChatMessage> FromBots => [.. Messages.Where(it => it.Call is not null && !it.IsDeleted)];

    public IReadOnlyCollection<Topic> Topics => [.. _topics.Values];

    public IReadOnlyCollection<Membership> Members => [.. _members.Values];

    /// <summary>How somebody stands here; strangers have left.</summary>
    public Membership MembershipOf(Account who) => _members.GetValueOrDefault(who.Id) ?? new(who, MemberStatus.Left);

    internal World World { get; }

    internal Signal Changed { get; } = new();

    internal int LastId { get; set; }

    internal bool IsGroup => Kind is RoomKind.Group or RoomKind.Supergroup;

    internal string KindWord => Kind.ToString().ToLowerInvariant();

    internal void Set(Membership member) => _members = _members.SetItem(member.Who.Id, member);

    internal void Set(Topic topic) => _topics = _topics.SetItem(topic.Thread, topic);

    internal void Remove(Topic topic) => _topics = _topics.Remove(topic.Thread);

    internal Topic? Topic(int thread) => _topics.GetValueOrDefault(thread);

    internal void Add(ChatMessage message) => _messages.Add(message);

    // Ids grow and are seldom far from the position.
    internal ChatMessage? Message(int id)
    {
        var (low, high) = (0, _messages.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_messages[middle].Id == id) return _messages[middle].IsDeleted ? null : _messages[middle];
            if (_messages[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = KindWord };
        json[Kind == RoomKind.Private ? "first_name" : "title"] = Title;
        if ((Username ?? Person?.Username) is { } name) json["username"] = name;
        if (IsForum) json["is_forum"] = true;
        return json;
    }

    public override string ToString() => $"{KindWord} {Id} {Title}";
}
