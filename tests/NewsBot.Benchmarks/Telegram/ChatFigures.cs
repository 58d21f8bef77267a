using NewsBot.BotApi;

namespace NewsBot.Benchmarks.Telegram;

/// <summary>One article to many chats, at Telegram's limits: how much longer it takes than the limits ask for, and whether we were ever told to wait.</summary>
internal static class ChatFigures
{
    private const double PerSecond = 30;

    public static async Task RunAsync(int count)
    {
        await using var stage = await TelegramStage.OpenAsync(isFast: false, hasWebhook: false);
        var (bot, server) = (stage.Bot, stage.Server);
        var chats = Enumerable.Range(0, count).Select(i => server.PrivateChat(server.AddPerson($"Reader {i}"))).ToArray();
        await stage.StartAsync();
        await Parallel.ForEachAsync(chats, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (chat, stop) => await chat.Person!.Types(chat, "/subscribe everything").AnswerAsync(stop));
        await Task.Delay(TimeSpan.FromSeconds(15));
        server.ForgetCalls();
        server.Limits = new();
        var cpu = bot.Cpu;
        await bot.WriteAsync("bridge.txt", "Bridge opens early\n\nThe bridge of the lower town opened two days before it was due.\n");
        while (Sends().Count(call => call.WasAccepted) < count) await Task.Delay(100);
        var sends = Sends();
        var took = sends.Where(call => call.WasAccepted).Max(call => call.SinceStart) - sends.Min(call => call.SinceStart);
        Console.WriteLine($"{count:N0} chats: {took.TotalSeconds:N1} s, {(took.TotalSeconds / (count / PerSecond) - 1) * 100:N1} % over what {PerSecond} a second allow; "
            + $"{sends.Count(call => call.Code == 429)} times told to wait; {(bot.Cpu - cpu).TotalMicroseconds / count:N0} µs CPU a message");

        Call[] Sends() => [.. server.Calls.Where(call => call.IsSend)];
    }
}
