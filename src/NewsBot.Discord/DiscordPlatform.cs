using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Topics;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Posts to Discord. Messages carry a nonce made from the post's key, so that a second attempt within some minutes returns the first message; a forum's posts
/// cannot have one.
/// </summary>
internal sealed class DiscordPlatform(
    DiscordConnection connection, DiscordRest rest, DiscordPictures pictures, DiscordEdits edits, ChannelKinds kinds, Announcements announcements, TopicBook topics, IOptions<DiscordOptions> options) : IPlatform
{
    public const string PlatformName = "discord";

    /// <summary>Discord says "the past few minutes"; two is what we count on.</summary>
    private static readonly TimeSpan Nonces = TimeSpan.FromMinutes(2);

    /// <summary>How long the client may wait for its turn; longer, and another channel is served meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The client knows the real limits from Discord's answers; this only keeps a busy channel from taking every place in flight.
    private static readonly PaceRule All = new("discord", 500, 100);

    public string Name => PlatformName;

    public CardLimits Limits => DiscordCards.Limits;

    public PlatformState State => connection.State;

    public bool ResendsDoubtful => options.Value.DoubtfulPosts == DiscordOptions.Resend;

    public TimeSpan KeyMemoryOf(ChannelRef channel) => kinds.Known(DiscordPlace.Of(channel)) is ChannelKind.Forum or ChannelKind.Media ? TimeSpan.Zero : Nonces;

    public IReadOnlyList<PaceRule> PacesOf(ChannelRef channel, ChannelSettings settings) => [new($"discord {channel.Id}", 1, 4), All];

    public async Task<SendOutcome> SendAsync(ChannelRef channel, Post post, CancellationToken stop)
    {
        var place = DiscordPlace.Of(channel);
        var (kind, why) = await kinds.OfAsync(place, stop);
        if (why is not null) return Outcome(why);
        var (picture, files) = await pictures.FindAsync(post.Card.Image, stop);
        var body = DiscordCards.Draw(post.Card, picture, post.Settings.UsesComponents);
        if (post.Settings.IsSilent) body = body with { Flags = (body.Flags ?? MessageFlags.None) | MessageFlags.SuppressNotifications };
        return kind is ChannelKind.Forum or ChannelKind.Media
            ? await InForumAsync(place, body, files, post, stop)
            : await AsMessageAsync(place, kind, Pinging(body with { Nonce = NonceOf(post.Key), EnforceNonce = true, MessageReference = Reference(post) }, post.Settings), files, post, stop);
    }

    private static MessageReference? Reference(Post post) => Snowflake.TryParse(post.Follows, out var earlier) ? new(earlier, FailIfNotExists: false) : null;

    public Task<SendOutcome> EditAsync(ChannelRef channel, string messageId, Post post, CancellationToken stop) =>
        ChangeAsync(channel, messageId, posted => edits.EditAsync(posted, post, stop), isGoneGood: false);

    public Task<SendOutcome> WithdrawAsync(ChannelRef channel, string messageId, Post note, CancellationToken stop) =>
        ChangeAsync(channel, messageId, posted => edits.WithdrawAsync(posted, note, stop), isGoneGood: true);

    private async Task<SendOutcome> ChangeAsync(ChannelRef channel, string messageId, Func<PostedMessage, Task<RestFailure?>> change, bool isGoneGood)
    {
        if (PostedMessage.Read(channel, messageId) is not { } posted) return new SendOutcome.Never("The post is no longer known.");
        return await change(posted) switch
        {
            null => new SendOutcome.Sent(messageId),
            var failure when DiscordEdits.IsGone(posted, failure) => isGoneGood ? new SendOutcome.Sent(messageId) : new SendOutcome.Never("The post is no longer there."),
            var failure => Outcome(failure),
        };
    }

    private async Task<SendOutcome> AsMessageAsync(DiscordPlace place, ChannelKind kind, MessageBody body, IReadOnlyList<UploadedFile> files, Post post, CancellationToken stop)
    {
        switch (await rest.CreateMessageAsync(place.Channel, body, files, Patience, stop))
        {
            case Ok<Message>(var message):
                if (kind is ChannelKind.Announcement && post.Settings.Publishes) await announcements.PublishAsync(place.Channel, message.Id, stop);
                return new SendOutcome.Sent(message.Id.ToString());
            // A reply asks for more than a post does, and that must not keep the news from its channel.
            case Failed<Message>(var failure) when body.MessageReference is not null && DiscordFailures.MayBeForTheReply(failure):
                return await AsMessageAsync(place, kind, body with { MessageReference = null }, files, post, stop);
            case Failed<Message>(var failure):
                return Outcome(failure);
            default:
                throw new InvalidOperationException("A call has two ends.");
        }
    }

    private async Task<SendOutcome> InForumAsync(DiscordPlace place, MessageBody body, IReadOnlyList<UploadedFile> files, Post post, CancellationToken stop)
    {
        var thread = new NewThread { Name = DiscordText.Title(post.Card), Message = body, AppliedTags = kinds.TagsOf(place, await AboutAsync(post.Article, stop)) };
        return await rest.CreateThreadAsync(place.Channel, thread, files, Patience, stop) switch
        {
            Ok<CreatedThread>(var created) => new SendOutcome.Sent($"{created.Id}/{created.Message?.Id ?? created.Id}"),
            Failed<CreatedThread>(var failure) => Outcome(failure),
            _ => throw new InvalidOperationException("A call has two ends."),
        };
    }

    // A forum's tags are matched by name: the article's own, and the topics it belongs to.
    private async Task<IReadOnlyList<string>> AboutAsync(Article? article, CancellationToken stop)
    {
        if (article is null) return [];
        var keys = (await topics.MatcherAsync(stop)).Match(article.Content, article.Source);
        var titles = (await topics.AllAsync(stop)).Where(topic => keys.Contains(topic.Key)).SelectMany(topic => new[] { topic.Title, topic.Key });
        return [.. article.Content.Tags, .. titles];
    }

    private SendOutcome Outcome(RestFailure failure)
    {
        if (failure is TokenIsWrong) connection.Lost(DiscordFailures.Why(failure));
        return DiscordFailures.Outcome(failure);
    }

    // Only this role, and only here: everything else in the text pings nobody.
    internal static MessageBody Pinging(MessageBody body, ChannelSettings settings)
    {
        if (!Snowflake.TryParse(settings.Pings, out var role)) return body;
        var mention = $"<@&{role}>";
        var pinging = body with { AllowedMentions = new AllowedMentions { Roles = [role] } };
        return settings.UsesComponents
            ? pinging with { Components = [new TextDisplay(mention), .. body.Components ?? []] }
            : pinging with { Content = mention };
    }

    /// <summary>25 characters at most, the same for the same post.</summary>
    internal static string NonceOf(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 18));
}
