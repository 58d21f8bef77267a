using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Changes and removes what was posted. What was published from an announcement channel changes with it in the servers that follow; an edit pings nobody.
/// </summary>
internal sealed class DiscordEdits(DiscordRest rest, DiscordPictures pictures)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <returns>Null when it is done.</returns>
    public async Task<RestFailure?> EditAsync(PostedMessage posted, Post post, CancellationToken stop)
    {
        var (picture, files) = await pictures.FindAsync(post.Card.Image, stop);
        Task<RestFailure?> PatchAsync(bool asComponents) => this.PatchAsync(posted, post, asComponents, picture, files, stop);
        var asComponents = post.Settings.UsesComponents;
        var failure = await PatchAsync(asComponents);
        if (failure is Refused { Code: IsArchived } && await RenewAsync(posted, null, stop) is null) failure = await PatchAsync(asComponents);
        // It was sent when the channel's setting was another, and a message never changes from one build to the other.
        if (IsAboutBuild(failure)) failure = await PatchAsync(!asComponents);
        // The name comes last: Discord takes few of them, and the words must not wait for it.
        return failure ?? (posted.IsForumPost ? await RenewAsync(posted, DiscordText.Title(post.Card), stop) : null);
    }

    /// <summary>A forum's post stays, since people may have answered under it: only its words give way to the note.</summary>
    public async Task<RestFailure?> WithdrawAsync(PostedMessage posted, Post note, CancellationToken stop)
    {
        if (posted.IsForumPost) return await EditAsync(posted, note, stop);
        var failure = await DeleteAsync(posted, stop);
        if (failure is Refused { Code: IsArchived } && await RenewAsync(posted, null, stop) is null) failure = await DeleteAsync(posted, stop);
        return failure is Refused { Code: MissingPermission or CannotOnThisMessage } ? await EditAsync(posted, note, stop) : failure;
    }

    /// <summary>Whether there is nothing left to edit: somebody deleted the message, or the forum's post that it stood in.</summary>
    public static bool IsGone(PostedMessage posted, RestFailure? failure) =>
        failure is Refused { Code: UnknownMessage } || (posted.IsForumPost && failure is Refused { Code: UnknownChannel });

    // topics/opcodes-and-status-codes
    private const int UnknownChannel = 10003;
    private const int UnknownMessage = 10008;
    private const int MissingPermission = 50013;
    private const int CannotOnThisMessage = 50021;
    private const int InvalidForm = 50035;
    private const int IsArchived = 50083;

    private async Task<RestFailure?> PatchAsync(PostedMessage posted, Post post, bool asComponents, string? picture, IReadOnlyList<UploadedFile> files, CancellationToken stop)
    {
        var body = DiscordCards.Draw(post.Card, picture, asComponents);
        if (asComponents) body = DiscordPlatform.Pinging(body, post.Settings) with { AllowedMentions = AllowedMentions.Nobody };
        // The old files go, and the picture goes along once more: what a message keeps of another upload cannot be named in an embed.
        body = body with { Components = body.Components ?? [], Attachments = [.. files.Select((file, index) => new AttachmentNote(index, file.Name))] };
        return await rest.EditMessageAsync(posted.Channel, posted.Message, body, files, Patience, stop) is Failed<Message>(var why) ? why : null;
    }

    private async Task<RestFailure?> DeleteAsync(PostedMessage posted, CancellationToken stop) =>
        await rest.DeleteMessageAsync(posted.Channel, posted.Message, Patience, stop) is Failed<Nothing>(var why) ? why : null;

    /// <summary>Opens an archived thread, since nothing in it can be edited, and gives it its title; Discord allows two renamings in ten minutes, so only where it differs.</summary>
    private async Task<RestFailure?> RenewAsync(PostedMessage posted, string? title, CancellationToken stop)
    {
        switch (await rest.GetChannelAsync(posted.Channel, stop))
        {
            case Failed<ChannelPayload>(var why):
                return why;
            case Ok<ChannelPayload>(var thread) when thread.ThreadMetadata is { Archived: true } || (title is not null && thread.Name != title):
                var change = new ThreadChange { Name = thread.Name == title ? null : title, Archived = thread.ThreadMetadata is { Archived: true } ? false : null };
                return await rest.ChangeThreadAsync(posted.Channel, change, Patience, stop) is Failed<ChannelPayload>(var refused) ? refused : null;
            default:
                return null;
        }
    }

    private static bool IsAboutBuild(RestFailure? failure) =>
        failure is Refused { Code: InvalidForm } refused && $"{refused.Message} {refused.Errors}".Contains("COMPONENTS_V2", StringComparison.Ordinal);
}

/// <summary>A post of ours, as its id is kept: a message of the channel itself, or "thread/message" for a forum's post.</summary>
internal readonly record struct PostedMessage(Snowflake Channel, Snowflake Message, bool IsForumPost)
{
    /// <summary>Null when it is no id that we gave.</summary>
    public static PostedMessage? Read(ChannelRef channel, string text) => text.Split('/') switch
    {
        [var message] when Snowflake.TryParse(message, out var id) => new(DiscordPlace.Of(channel).Channel, id, false),
        [var thread, var message] when Snowflake.TryParse(thread, out var place) && Snowflake.TryParse(message, out var id) => new(place, id, true),
        _ => null,
    };
}
