using System.Text;
using NewsBot.BotApi;

namespace NewsBot.Telegram.Tests.Stories;

/// <summary>The token stands in every address that is called. It must come out nowhere: not in the log, the database, an answer, or an error.</summary>
public sealed class SecretStories
{
    private static readonly Fault[] Faults =
    [
        Fault.DropBefore, Fault.DropAfter, Fault.ServerError, Fault.BadGateway, Fault.GatewayTimeoutAfter, Fault.BrokenJson, Fault.CannotParse, Fault.ChatNotFound, Fault.Blocked,
        Fault.TooManyRequests(1), Fault.Refuse(400, "Bad Request: something new"), Fault.Refuse(401, "Unauthorized"),
    ];

    [Fact]
    public async Task Whatever_goes_wrong_the_token_is_written_nowhere()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var house = await TelegramHouse.BuildAsync();
        using var bot = new NewsBot.Tests.Kill.BotProcess(house.Folder, "run");
        await bot.PrintsAsync("connected as", stop);
        var ann = house.Server.AddPerson("Ann");
        house.SetList("Operators", $"{ann.Id}");
        var chat = house.Server.PrivateChat(ann);
        await ann.Types(chat, "/subscribe everything").AnswerAsync(stop);
        for (var i = 0; i < Faults.Length; i++)
        {
            // Every call of any kind: sends, look-ups, polls.
            house.Server.Faults.Next(Faults[i], 2, _ => true);
            house.Write($"{i}", $"Notice {i}", $"The lower town says {i}.");
            ann.Types(chat, "/status");
            await Task.Delay(400, stop);
            house.Server.Faults.Clear();
            await ann.Types(chat, "/resume").AnswerAsync(stop).WaitAsync(TimeSpan.FromSeconds(5), stop).ContinueWith(_ => { }, stop, TaskContinuationOptions.None, TaskScheduler.Default);
            if (bot.HasExited) break;
        }
        await house.Server.GoDownAsync();
        await Task.Delay(1000, stop);
        bot.Terminate();
        Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(20)));
        using var check = new NewsBot.Tests.Kill.BotProcess(house.Folder, "check");
        await check.ExitAsync(TimeSpan.FromSeconds(20));

        var secret = TelegramHouse.Token.Split(':')[1];
        Assert.DoesNotContain(secret, bot.Output + check.Output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(house.Folder, "data"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, stop)), StringComparison.Ordinal);
        Assert.All(chat.Messages, message => Assert.DoesNotContain(secret, message.Text, StringComparison.Ordinal));
    }
}
