using NewsBot.BotApi;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>What a post looks like, and what it falls back to.</summary>
public sealed class PostStories : IAsyncLifetime
{
    // The smallest PNG there is: one grey pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    private TelegramHouse _house = null!;
    private ChatRoom[] _chats = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.StartAsync();
        _chats = [.. Enumerable.Range(1, 5).Select(i => _house.Server.PrivateChat(_house.Server.AddPerson($"Reader {i}")))];
        foreach (var chat in _chats) await _house.FollowAsync(chat);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_picture_is_uploaded_once_and_then_known_by_its_id()
    {
        await File.WriteAllBytesAsync(Path.Combine(_house.Seeds, "ferry.png"), Pixel, Stop);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.", image: "ferry.png");
        await _house.SettledAsync(_chats.Length);
        var photos = _house.Server.Calls.Where(call => call.Is("sendPhoto")).ToArray();
        Assert.Equal(_chats.Length, photos.Length);
        Assert.Single(photos, call => call["photo"] is null || call["photo"]!.StartsWith("attach://", StringComparison.Ordinal));
        Assert.All(_chats, chat => Assert.NotNull(Assert.Single(chat.FromBots).Photo));
        Assert.Contains("The ferry sails again.", _chats[0].FromBots[0].Text);
    }

    [Fact]
    public async Task A_picture_that_Telegram_cannot_fetch_is_left_out_and_the_post_arrives_as_text()
    {
        _house.Server.Web = _ => "Bad Request: failed to get HTTP URL content";
        _house.Write("ferry", "Ferry returns", "The ferry sails again.", link: "https://news.example/ferry", image: "https://news.example/ferry.jpg");
        Assert.Equal(0, (await _house.SettledAsync(_chats.Length)).GivenUp);
        Assert.All(_chats, chat => Assert.Null(Assert.Single(chat.FromBots).Photo));
    }

    [Fact]
    public async Task If_Telegram_cannot_read_the_marks_the_words_arrive_without_them()
    {
        _house.Server.Faults.Next(Fault.CannotParse, 1, call => call.Is("sendMessage"));
        _house.Write("ferry", "Ferry returns", "The ferry sails again.");
        await _house.SettledAsync(_chats.Length);
        Assert.All(_chats, chat => Assert.StartsWith("Ferry returns", Assert.Single(chat.FromBots).Text, StringComparison.Ordinal));
        Assert.Single(_chats, chat => chat.FromBots[0].Entities.IsEmpty);
    }

    [Fact]
    public async Task A_channel_may_be_silent_and_compact()
    {
        var quiet = _chats[0];
        await _house.Get<ISubscriptions>().SaveAsync(await _house.ChannelAsync(quiet) with { Settings = new(Language.English, Style: PostStyle.Compact, IsSilent: true) }, Stop);
        _house.Write("ferry", "Ferry returns", "The ferry sails again.", link: "https://news.example/ferry");
        await _house.SettledAsync(_chats.Length);
        Assert.True(quiet.FromBots[0].IsSilent);
        Assert.DoesNotContain("sails again", quiet.FromBots[0].Text);
        Assert.False(_chats[1].FromBots[0].IsSilent);
        Assert.Contains(quiet.FromBots[0].Entities, entity => entity.Url == "https://news.example/ferry");
    }

    [Fact]
    public async Task Paid_posts_are_paid_while_there_is_a_budget_and_free_when_the_stars_are_gone()
    {
        _house.Server.Limits = new() { BotBurst = 1, BotPerSecond = 1, ChatBurst = 100, ChatPerSecond = 100 };
        _house.Bot.Stars = 0.1m;
        await _house.Get<ISubscriptions>().SaveAsync(await _house.ChannelAsync(_chats[0]) with { Settings = new(PaidPerDay: 5) }, Stop);
        foreach (var chat in _chats.Skip(1)) await _house.Get<ISubscriptions>().SaveAsync(new(new TelegramChat(chat.Id).Ref), Stop);
        for (var i = 0; i < 3; i++) _house.Write($"{i}", $"Notice {i}", $"The lower town says {i}.");
        await _chats[0].MessagesAsync(3, Stop);
        Assert.Equal(0, _house.Bot.Stars);
        Assert.Contains(_house.Server.Calls, call => call.Description?.Contains("BALANCE_TOO_LOW", StringComparison.Ordinal) == true);
    }
}
