namespace NewsBot.Discord.Protocol;

/// <summary>A message to send or to edit. Absent members are left out, so an edit changes only what is set. Nothing in it can ping unless <see cref="AllowedMentions"/> says so.</summary>
internal sealed record MessageBody
{
    /// <summary>At most 2,000 characters; not together with <see cref="MessageFlags.ComponentsV2"/>.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, and 6,000 characters over all of them.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Nobody;

    public MessageFlags? Flags { get; init; }

    /// <summary>At most 25 characters. With <see cref="EnforceNonce"/> a second Create Message within a few minutes returns the first message; no other call honours it.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }

    /// <summary>The message of the same channel that this one answers.</summary>
    public MessageReference? MessageReference { get; init; }
}

/// <param name="FailIfNotExists">False: when the message is gone, this one is sent alone.</param>
internal sealed record MessageReference(Snowflake MessageId, bool FailIfNotExists);

/// <summary>Who may be pinged. The list of kinds is always sent, since leaving it out would let Discord parse everyone, roles and users.</summary>
internal sealed record AllowedMentions
{
    public static AllowedMentions Nobody { get; } = new();

    public IReadOnlyList<string> Parse { get; } = [];

    public IReadOnlyList<Snowflake>? Roles { get; init; }

    public IReadOnlyList<Snowflake>? Users { get; init; }
}

[Flags]
internal enum MessageFlags
{
    None = 0,
    Crossposted = 1 << 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}

/// <summary>Names an uploaded file: its id is the index of the file in the same request.</summary>
internal sealed record AttachmentNote(int Id, string Filename, string? Description = null);

/// <summary>A file to upload, shown in embeds and media as attachment://name.</summary>
internal sealed record UploadedFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>A message as Discord gives it back: what settles a debt, no more.</summary>
internal sealed record Message
{
    public Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    public string Content { get; init; } = "";

    public MessageFlags Flags { get; init; }

    public User? Author { get; init; }
}
