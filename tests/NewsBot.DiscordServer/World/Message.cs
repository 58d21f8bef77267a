using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>What a message said at one time.</summary>
public sealed record MessageVersion(DateTimeOffset At, string Content, JsonArray Embeds, JsonArray Components, MessageMarks Flags, IReadOnlyList<Attachment> Attachments, Pings Pings);

[Flags]
public enum MessageMarks
{
    None = 0,
    Crossposted = 1 << 0,
    IsCrosspost = 1 << 1,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}

/// <summary>A file that came with a message; the server gives it back under <see cref="Url"/>.</summary>
public sealed record Attachment(ulong Id, string Name, string? Description, string? ContentType, byte[] Bytes, Uri Url);

/// <summary>Whom a message made sound for.</summary>
public sealed record Pings(bool Everyone, IReadOnlyList<ulong> Users, IReadOnlyList<ulong> Roles)
{
    public static Pings Nobody { get; } = new(false, [], []);

    public bool Any => Everyone || Users.Count > 0 || Roles.Count > 0;
}

/// <summary>A button as a person sees it; link buttons have a URL instead of a custom id.</summary>
public sealed record Button(string? Label, string? CustomId, string? Url, int Style, bool IsDisabled);

/// <summary>An entry of a select menu, or a choice of an option.</summary>
public sealed record MenuEntry(string Label, string Value, string? Description, bool IsDefault);

public sealed record Menu(string CustomId, string? Placeholder, int Type, int Least, int Most, IReadOnlyList<MenuEntry> Entries);

/// <summary>A message with all that became of it.</summary>
public sealed class Message
{
    internal Message(Channel channel, ulong id, Person author, MessageVersion first)
    {
        (Channel, Id, Author) = (channel, id, author);
        VersionList.Add(first);
    }

    internal List<MessageVersion> VersionList { get; } = [];

    internal Bot? Application { get; init; }

    internal Interaction? Origin { get; init; }

    internal ulong? Webhook { get; init; }

    public ulong? ReplyTo { get; init; }

    public Channel Channel { get; }

    public ulong Id { get; }

    public Person Author { get; }

    public DateTimeOffset At => Versions[0].At;

    public string? Nonce { get; init; }

    public bool IsCrossposted { get; internal set; }

    public bool IsDeleted { get; internal set; }

    public bool IsPinned { get; internal set; }

    /// <summary>A thread that was started from it has its id.</summary>
    public Channel? Thread { get; internal set; }

    /// <summary>First as it was sent, then after each edit.</summary>
    public IReadOnlyList<MessageVersion> Versions => Channel.World.See(() => VersionList.ToArray());

    public MessageVersion Now => Channel.World.See(() => VersionList[^1]);

    public string Content => Now.Content;

    public JsonArray Embeds => Now.Embeds;

    public JsonArray Components => Now.Components;

    public MessageMarks Flags => Now.Flags;

    public Pings Pings => Now.Pings;

    public IReadOnlyList<Attachment> Attachments => Now.Attachments;

    public bool IsEphemeral => Flags.HasFlag(MessageMarks.Ephemeral);

    public bool IsSilent => Flags.HasFlag(MessageMarks.SuppressNotifications);

    /// <summary>All that a person can read in it, line by line: content, embeds, text displays, labels of buttons.</summary>
    public string Text => ReadableText.Of(Now);

    public IReadOnlyList<Button> Buttons => [.. ComponentTree.Buttons(Components)];

    public IReadOnlyList<Menu> Menus => [.. ComponentTree.Menus(Components)];

    /// <summary>Somebody with the right to do so deletes it.</summary>
    public void Delete() => Channel.World.Do(() => Posting.Delete(this));

    /// <summary>Waits for a state that is there already or comes, such as an edit.</summary>
    public Task<Message> UntilAsync(Func<Message, bool> what, CancellationToken stop = default) =>
        Channel.World.UntilAsync(() => what(this) ? this : null, $"The message in #{Channel.Name} did not become so; it says: {Text}", stop);

    public override string ToString() => Text;
}
