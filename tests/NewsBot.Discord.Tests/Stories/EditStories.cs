using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using Button = NewsBot.Core.Chat.Button;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests.Stories;

/// <summary>Each kind of post is changed in its own way: embed or components, a forum's post with its title, a thread that was archived.</summary>
public sealed class EditStories : IAsyncLifetime
{
    private DiscordHouse _house = null!;
    private Guild _guild = null!;
    private Channel _news = null!;
    private int _sent;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DiscordPlatform Platform => _house.Get<DiscordPlatform>();

    public async ValueTask InitializeAsync()
    {
        _house = await DiscordHouse.BuildAsync();
        _guild = _house.Server.AddGuild("Herald readers", _house.Server.AddPerson("Olena"));
        _guild.Invite(_house.Bot, DiscordStories.Rights);
        _news = _guild.AddTextChannel("news");
        await _house.StartBotAsync();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_message_keeps_its_build_whatever_the_setting_became(bool wasComponents, bool areComponents)
    {
        var id = await SentAsync(_news, new() { Title = "Ferry returns" }, new(UsesComponents: wasComponents));
        Assert.IsType<SendOutcome.Sent>(await EditAsync(_news, id, new() { Title = "Ferry returns late", Footer = "Corrected 14:05" }, new(UsesComponents: areComponents)));
        var message = Assert.Single(_news.Messages);
        Assert.Contains("Ferry returns late", message.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected 14:05", message.Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(wasComponents, message.Flags.HasFlag(MessageMarks.ComponentsV2));
    }

    [Fact]
    public async Task An_edit_pings_nobody_and_the_mention_stays()
    {
        var role = _guild.AddRole("readers");
        foreach (var components in new[] { false, true })
        {
            var id = await SentAsync(_news, new() { Title = "Ferry returns" }, new(Pings: $"{role.Id}", UsesComponents: components));
            Assert.Equal([role.Id], _news.Messages[^1].Pings.Roles);
            await EditAsync(_news, id, new() { Title = "Ferry returns late" }, new(Pings: $"{role.Id}", UsesComponents: components));
            Assert.Contains($"<@&{role.Id}>", _news.Messages[^1].Text, StringComparison.Ordinal);
            Assert.False(_news.Messages[^1].Pings.Any);
        }
    }

    [Fact]
    public async Task Buttons_that_the_card_has_no_more_go()
    {
        var id = await SentAsync(_news, new() { Title = "Ferry returns", Buttons = [Button.Open("Source", "https://news.example/a")] });
        await EditAsync(_news, id, new() { Title = "Ferry returns" });
        Assert.Empty(Assert.Single(_news.Messages).Buttons);
    }

    [Fact]
    public async Task A_picture_that_goes_along_as_a_file_stays()
    {
        await File.WriteAllBytesAsync(Path.Combine(_house.Folder, "seeds", "ferry.png"), Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="), Stop);
        await _house.FollowAsync(_news);
        _house.Write("ferry", "Image: ferry.png\n\nFerry returns", "The ferry sails again.");
        await _house.SettledAsync(1);
        var message = Assert.Single(_news.Messages);
        Assert.Single(message.Attachments);
        var article = (await _house.Get<Core.Articles.IArchive>().LatestAsync(new(), Stop))[0];
        await EditAsync(_news, $"{message.Id}", Core.Delivery.ArticleCard.Of(article, new(), false) with { Title = "Ferry returns late" });
        Assert.Single(message.Attachments);
        Assert.Equal(2, message.Versions.Count);
        Assert.NotNull(((JsonObject)message.Embeds[0]!)["image"]);
    }

    [Fact]
    public async Task A_forums_post_changes_with_its_title_also_when_it_was_archived()
    {
        var forum = _guild.AddForum("archive", "Economy");
        await DiscordHouse.WaitAsync(() => Task.FromResult(_house.Get<Discord.Protocol.GuildBook>().Find(new(_guild.Id))?.Channel(new(forum.Id)) is not null));
        var id = await SentAsync(forum, new() { Title = "Ferry returns" });
        var post = Assert.Single(forum.Threads);
        await EditAsync(forum, id, new() { Title = "Ferry returns late" });
        Assert.Equal("Ferry returns late", post.Name);
        post.Archive();
        await EditAsync(forum, id, new() { Title = "Ferry returns early" });
        Assert.Equal("Ferry returns early", post.Name);
        Assert.Contains("Ferry returns early", Assert.Single(post.Messages).Text, StringComparison.Ordinal);

        // People may have answered under it, so the note stands there.
        Assert.IsType<SendOutcome.Sent>(await WithdrawAsync(forum, id));
        Assert.Equal("This article was withdrawn.", post.Name);
        Assert.Contains("This article was withdrawn.", Assert.Single(post.Messages).Text, StringComparison.Ordinal);

        post.Delete();
        Assert.IsType<SendOutcome.Never>(await EditAsync(forum, id, new() { Title = "Ferry" }));
        Assert.IsType<SendOutcome.Sent>(await WithdrawAsync(forum, id));
    }

    [Fact]
    public async Task A_published_announcement_changes_and_a_limit_on_that_is_waited_for()
    {
        var announcements = _guild.AddAnnouncementChannel("announcements");
        await DiscordHouse.WaitAsync(() => Task.FromResult(_house.Get<Discord.Protocol.GuildBook>().Find(new(_guild.Id))?.Channel(new(announcements.Id)) is not null));
        var id = await SentAsync(announcements, new() { Title = "Ferry returns" });
        Assert.True(Assert.Single(announcements.Messages).IsCrossposted);
        Assert.IsType<SendOutcome.Sent>(await EditAsync(announcements, id, new() { Title = "Ferry returns late" }));
        announcements.RefuseNext(ApiError.EditedTooOften);
        Assert.IsType<SendOutcome.Later>(await EditAsync(announcements, id, new() { Title = "Ferry returns early" }));
        Assert.Contains("Ferry returns late", Assert.Single(announcements.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_closed_and_no_single_post_is()
    {
        var id = await SentAsync(_news, new() { Title = "Ferry returns" });
        _news.Delete();
        Assert.IsType<SendOutcome.Closed>(await EditAsync(_news, id, new() { Title = "Ferry returns late" }));
    }

    [Fact]
    public async Task A_changed_file_changes_the_post_that_is_out_and_leaves_one_alone_that_was_deleted()
    {
        var other = _guild.AddTextChannel("other");
        await _house.FollowAsync(_news);
        await _house.FollowAsync(other);
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 40 seats.", "https://news.example/ferry");
        await _house.SettledAsync(2);
        Assert.Single(other.Messages).Delete();
        _house.Write("ferry", "Ferry returns", "The ferry sails again with 140 seats.", "https://news.example/ferry");
        await Assert.Single(_news.Messages).UntilAsync(message => message.Text.Contains("140 seats", StringComparison.Ordinal) && message.Text.Contains("Corrected ", StringComparison.Ordinal), Stop);
        var state = await _house.SettledAsync(2);
        Assert.Equal((0, 0, 0), (state.GivenUp, state.Failing, state.LastProblems.Count));
        Assert.Equal((2, 0), (Assert.Single(_news.Messages).Versions.Count, other.Messages.Count));
    }

    private async Task<string> SentAsync(Channel channel, Card card, ChannelSettings? settings = null) =>
        Assert.IsType<SendOutcome.Sent>(await Platform.SendAsync(DiscordHouse.RefOf(channel), new(card, $"key {_sent++}", settings ?? new()), Stop)).MessageId;

    private Task<SendOutcome> EditAsync(Channel channel, string id, Card card, ChannelSettings? settings = null) =>
        Platform.EditAsync(DiscordHouse.RefOf(channel), id, new(card, "key", settings ?? new()), Stop);

    private Task<SendOutcome> WithdrawAsync(Channel channel, string id) =>
        Platform.WithdrawAsync(DiscordHouse.RefOf(channel), id, new(new() { Body = "This article was withdrawn." }, "key", new()), Stop);
}
