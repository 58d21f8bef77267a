using Microsoft.Extensions.DependencyInjection;
using NewsBot.BotApi;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using NewsBot.Storage;
using NewsBot.Tests.Kill;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Tests.Delivery;

/// <summary>One bot in rooms of its own page, on Telegram and on Discord, whose servers this process runs; every place follows everything.</summary>
internal sealed class EveryPlatform : IAsyncDisposable
{
    private const string TelegramToken = "123456789:TEST-token_that-nobody-may-ever-see";
    private const string DiscordToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.TEST-token.that_nobody-may-ever-see";
    private const Permissions Rights = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.EmbedLinks | Permissions.AttachFiles;

    private EveryPlatform(TelegramServer telegram, DiscordServer discord, int places)
    {
        Telegram = telegram;
        Discord = discord;
        var account = telegram.AddBot(TelegramToken, "herald_bot");
        var bot = discord.AddBot(DiscordToken, "Herald");
        var guild = discord.AddGuild("Herald readers", discord.AddPerson("Olena"));
        guild.Invite(bot, Rights);
        Chats = [.. Enumerable.Range(0, places).Select(i => telegram.PrivateChat(telegram.AddPerson($"Reader {i}"), account))];
        Channels = [.. Enumerable.Range(0, places).Select(i => guild.AddTextChannel($"news-{i}"))];
        Rooms = [.. Enumerable.Range(0, places).Select(i => $"room-{i}")];
        Home = new($"[ {string.Join(", ", Rooms.Select(room => $$"""{ "Name": "{{room}}", "Follows": [ "everything" ] }"""))} ]");
        Home.Change("Telegram", "Token", TelegramToken);
        Home.Change("Telegram", "BaseUrl", telegram.Address);
        Home.Change("Discord", "Token", DiscordToken);
        Home.Change("Discord", "BaseUrl", discord.Api.ToString());
    }

    public BotHome Home { get; }

    public TelegramServer Telegram { get; }

    public DiscordServer Discord { get; }

    public IReadOnlyList<ChatRoom> Chats { get; }

    public IReadOnlyList<Channel> Channels { get; }

    public IReadOnlyList<string> Rooms { get; }

    public int Places => Chats.Count + Channels.Count + Rooms.Count;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<EveryPlatform> StartAsync(int places)
    {
        var telegram = await TelegramServer.StartAsync(new() { Limits = SendingLimits.None, LongestPoll = TimeSpan.FromSeconds(5) });
        var discord = await DiscordServer.StartAsync(new() { IdentifyWindow = TimeSpan.FromMilliseconds(50), RateLimits = new() }, Stop);
        discord.RateLimits.IsOn = false;
        var all = new EveryPlatform(telegram, discord, places);
        await all.AskAsync(async parts =>
        {
            var subscriptions = parts.GetRequiredService<ISubscriptions>();
            foreach (var chat in all.Chats) await subscriptions.SaveAsync(new(new("telegram", $"{chat.Id}")) { FollowsEverything = true }, Stop);
            foreach (var channel in all.Channels) await subscriptions.SaveAsync(new(new("discord", $"{channel.Guild!.Id}/{channel.Id}")) { FollowsEverything = true }, Stop);
            return true;
        });
        return all;
    }

    public void Write(int number) => Home.Write($"{number:0000}.txt", $"Notice {number:0000}\n\nThe lower town publishes notice {number} about its {Folded(number)} bridges.\n");

    /// <summary>Looks into the bot's database beside the process that uses it.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        using var parts = BotHost.BuildParts(Home.Folder);
        await parts.Services.GetRequiredService<IDatabase>().OpenAsync(Stop);
        return await ask(parts.Services);
    }

    public Task<OutboxState> StateAsync() => AskAsync(parts => parts.GetRequiredService<IOutbox>().StateAsync(Stop));

    /// <summary>Waits until nothing is owed any more and so much was.</summary>
    public async Task<OutboxState> SettledAsync(BotProcess bot, int count, TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        OutboxState state;
        do
        {
            await Task.Delay(200, Stop);
            state = await StateAsync();
        }
        while ((state.Owed > 0 || state.Paid + state.Left + state.GivenUp < count) && Environment.TickCount64 < until);
        Assert.True(state.Owed == 0 && state.Paid + state.Left + state.GivenUp >= count, $"Not all was posted in {patience}: {state}\n{bot.Output}");
        return state;
    }

    public static IReadOnlyList<string> In(ChatRoom chat) => Notices(chat.FromBots.Select(message => message.Text));

    public static IReadOnlyList<string> In(Channel channel) => Notices(channel.History.Select(message => message.Text));

    public async Task<IReadOnlyList<string>> InAsync(string room) =>
        Notices((await AskAsync(parts => parts.GetRequiredService<IRoomBook>().AfterAsync(room, 0, 10_000, Stop))).Select(entry => entry.Text));

    /// <summary>Nothing is missing, nothing came twice, and everything in order; Telegram may lack or hold what is in doubt.</summary>
    public async Task CheckAsync(int articles, int left)
    {
        var expected = Enumerable.Range(0, articles).Select(i => $"Notice {i:0000}").ToArray();
        foreach (var channel in Channels) Assert.Equal(expected, In(channel));
        foreach (var room in Rooms) Assert.Equal(expected.Order(), (await InAsync(room)).Order());
        foreach (var chat in Chats) Assert.Equal(In(chat).Distinct().Order(StringComparer.Ordinal), In(chat));
        Assert.InRange(Chats.Sum(chat => articles - In(chat).Count), 0, left);
    }

    public async ValueTask DisposeAsync()
    {
        await Telegram.DisposeAsync();
        await Discord.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Home.Dispose();
    }

    private static List<string> Notices(IEnumerable<string> texts) =>
        [.. texts.Select(text => text.IndexOf("Notice ", StringComparison.Ordinal) is >= 0 and var at ? text.Substring(at, 11) : "").Where(title => title.Length > 0)];

    private static string Folded(int number) => new([.. Enumerable.Range(0, 12).Select(i => (char)('a' + (number * 7 + number / 26 * i + i * i) % 26))]);
}
