using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;
using NewsBot.Telegram.Talking;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Receiving;

/// <summary>
/// Handles what stands in the inbox: side by side for different chats, in order within one. Whatever goes wrong with one update is logged and the next
/// one comes.
/// </summary>
internal sealed partial class Intake(
    IInbox inbox, InboxBell bell, TelegramConnection connection, TypedMessages typed, PressedButtons pressed, InlineSearch inline, Memberships memberships,
    TelegramCaller callers, Oddities oddities, TimeProvider clock, ILogger<Intake> log) : BackgroundService
{
    private static readonly Phrase Unreadable = new("updates that it could not read");

    private const int Lanes = 16;
    private const int PerLane = 64;
    private const int MostPending = 512;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly Channel<(long Number, Update Update)>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<(long, Update)>(PerLane))];

    private readonly ConcurrentDictionary<long, bool> _taken = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var working = _lanes.Select(lane => WorkAsync(lane.Reader, stoppingToken)).ToArray();
        try
        {
            await bell.OpenedAsync(stoppingToken);
            await RecoverAsync(stoppingToken);
            await HandOutAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        await Task.WhenAll(working);
    }

    // A database that cannot be written to right now must not end the program.
    private async Task RecoverAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (await inbox.RecoverAsync(bell.Inbox, stop) is > 0 and var cut) LogCut(cut);
                return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogFailed("reading the inbox", failure.Message);
                await Task.Delay(AfterFailure, clock, stop);
            }
        }
    }

    private async Task HandOutAsync(CancellationToken stop)
    {
        for (var last = long.MinValue; ;)
        {
            var ring = bell.Next;
            var pending = await PendingAsync(Math.Min(last, bell.TakeLowest() - 1), stop);
            foreach (var item in pending.Where(item => _taken.TryAdd(item.Number, true)))
            {
                last = Math.Max(last, item.Number);
                await HandOutAsync(item, stop);
            }
            if (pending.Count < MostPending) await ring.WaitAsync(stop);
        }
    }

    private async Task HandOutAsync(Incoming item, CancellationToken stop)
    {
        var update = UpdateKinds.Read(item.Text);
        // At once, not in the lane of its chat: commands elsewhere that come after it must not find old rights.
        if ((update?.ChatMember ?? update?.MyChatMember)?.Chat is { } changed) callers.Forget(changed.Id);
        if (update is null) await SkipAsync(item, stop);
        else await _lanes[(int)((ulong)UpdateKinds.LaneOf(update) % Lanes)].Writer.WriteAsync((item.Number, update), stop);
    }

    private async Task<IReadOnlyList<Incoming>> PendingAsync(long after, CancellationToken stop)
    {
        try
        {
            return await inbox.PendingAsync(bell.Inbox, after, MostPending, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed("reading the inbox", failure.Message);
            await Task.Delay(AfterFailure, clock, stop);
            bell.Ring(after == long.MinValue ? after : after + 1);
            return [];
        }
    }

    private async Task WorkAsync(ChannelReader<(long Number, Update Update)> lane, CancellationToken stop)
    {
        try
        {
            await foreach (var (number, update) in lane.ReadAllAsync(stop))
            {
                try
                {
                    await HandleAsync(update, () => inbox.AnsweringAsync(bell.Inbox, number, stop), stop);
                }
                catch (Exception failure) when (!stop.IsCancellationRequested)
                {
                    LogFailed(update.Type.ToString(), TelegramFailures.Why(failure));
                }
                await DoneAsync(number, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task HandleAsync(Update update, Func<Task> answering, CancellationToken stop)
    {
        connection.Reached();
        switch (update)
        {
            case { Message: { } message }:
                await memberships.HandleAsync(message, stop);
                await typed.HandleAsync(message, answering, stop);
                break;
            case { CallbackQuery: { } press }: await pressed.HandleAsync(press, answering, stop); break;
            case { InlineQuery: { } asked }: await inline.HandleAsync(asked, stop); break;
            case { MyChatMember: { } change }: await memberships.HandleAsync(change, stop); break;
        }
    }

    private async Task SkipAsync(Incoming item, CancellationToken stop)
    {
        oddities.Note(TelegramPlatform.PlatformName, Unreadable);
        LogUnreadable(item.Number);
        await DoneAsync(item.Number, stop);
    }

    // What cannot be noted as done stays taken: it is not handled twice by this process.
    private async Task DoneAsync(long number, CancellationToken stop)
    {
        try
        {
            await inbox.DoneAsync(bell.Inbox, number, stop);
            _taken.TryRemove(number, out _);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed("noting an update as done", failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: skipped update {Number}, which cannot be read.")]
    private partial void LogUnreadable(long number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: {What} failed: {Why}")]
    private partial void LogFailed(string what, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: {Count} requests were being answered when the bot stopped; they are not answered again.")]
    private partial void LogCut(int count);
}
