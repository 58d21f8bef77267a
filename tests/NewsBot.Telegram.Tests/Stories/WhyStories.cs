using System.Text.RegularExpressions;
using NewsBot.BotApi;
using NewsBot.Core.Commands;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>A moderator asks why a post is not there yet, while something goes wrong between here and Telegram.</summary>
public sealed class WhyStories : IAsyncLifetime
{
    private TelegramHouse _house = null!;
    private Person _ann = null!;
    private ChatRoom _chat = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await TelegramHouse.StartAsync();
        _ann = _house.Server.AddPerson("Ann", languageCode: "en");
        _chat = _house.Server.PrivateChat(_ann);
        await _house.FollowAsync(_chat);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task I_am_told_what_a_post_waits_for_whatever_holds_it_up()
    {
        using (_house.Server.Faults.Always(Fault.ServerError, call => call.IsSend))
        {
            _house.Write("ferry", "Ferry returns", "The ferry sails again.");
            Assert.Contains("Not sent", await SaysAsync("why Ferry returns", @"Waits for the next try, \d.* Telegram"), StringComparison.Ordinal);
            await SaysAsync("owed", @"1\. Ferry returns — owed .*, \d+ tries");
            await _house.Server.GoDownAsync();
            await SaysAsync("why Ferry returns", "Waits until telegram is connected again");
            await _house.Server.ComeBackAsync(Stop);
        }
        await SaysAsync("why Ferry returns", @"Ferry returns\nPosted .*\(\d+t\)\.");

        _ann.Blocks(_house.Bot);
        _house.Write("fog", "Fog over the valley", "Drivers are asked to slow down.");
        await SaysAsync("why Fog over the valley", @"Waits: this channel was paused .* resume lets it go on\.");
    }

    // Not through Telegram, which is what does not work.
    private async Task<string> SaysAsync(string line, string pattern)
    {
        var text = "";
        for (var i = 0; i < 900; i++)
        {
            var reply = await _house.Get<ICommandBook>().RunAsync(new(new TelegramChat(_chat.Id).Ref, "1", Role.Moderator), line, Stop);
            text = string.Join('\n', reply.Cards.Select(card => $"{card.Title}\n{card.Body}"));
            if (Regex.IsMatch(text, pattern)) return text;
            await Task.Delay(50, Stop);
        }
        throw new TimeoutException(text);
    }
}
