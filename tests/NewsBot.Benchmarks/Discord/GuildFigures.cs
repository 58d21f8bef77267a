using System.Diagnostics;
using NewsBot.Discord.Protocol;

namespace NewsBot.Benchmarks.Discord;

/// <summary>What the guilds' state costs: `guilds [count]` takes in that many made GUILD_CREATE events and prints the bytes that stay.</summary>
internal static class GuildFigures
{
    public static void Run(int guilds)
    {
        var book = new GuildBook();
        book.Take(new Ready(new(0, 1), new() { Id = new(1) }, new(2), []));
        // The reader's own caches come into being here and are not counted.
        book.Take(Read(0));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        for (var number = 1; number <= guilds; number++)
            book.Take(Read(number));
        var took = Stopwatch.GetElapsedTime(started);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{guilds:N0} guilds of 20 channels and 10 roles: {bytes / (double)guilds:N0} bytes each, {bytes / 1e6:N1} MB in all; 50,000 would be {bytes / (double)guilds * 50_000 / 1e6:N1} MB.");
        Console.WriteLine($"Making, reading and taking one in: {took.TotalMicroseconds / guilds:N0} µs.");
        GC.KeepAlive(book);
    }

    private static GatewayEvent Read(int number) => EventReader.Read("GUILD_CREATE", MadeGuilds.Event(number), new(0, 1))!;
}
