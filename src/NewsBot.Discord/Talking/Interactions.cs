using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Talking;

/// <summary>
/// Answers interactions, however they came in. Discord gives three seconds for the first answer: what is not done after half of that is promised, and
/// follows when it is done.
/// </summary>
internal sealed partial class Interactions(
    ICommandBook commands, DiscordCaller callers, Targets targets, DiscordRest rest, ISubscriptions subscriptions, Oddities oddities, TimeProvider clock, ILogger<Interactions> log)
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1.5);

    /// <summary>After an answer over HTTP Discord needs a moment before it knows the answer that a follow-up belongs to.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private const string FormPrefix = "form ";

    private static readonly Phrase UnknownKind = new("interactions of a kind that it does not know");

    /// <summary>Over the gateway: the answer goes out by a call.</summary>
    public async Task HandleAsync(Interaction interaction, CancellationToken stop)
    {
        var (first, then) = await AnswerAsync(interaction, stop);
        if (first is null) return;
        if (await rest.AnswerAsync(interaction, first, stop) is Failed<Nothing>(var why))
        {
            if (!DiscordFailures.IsTooLate(why)) LogNotAnswered(DiscordFailures.Why(why));
            return;
        }
        if (then is not null) await then(stop);
    }

    /// <summary>Over HTTP: the first answer is the body of ours.</summary>
    public async Task<InteractionResponse?> RespondAsync(Interaction interaction, CancellationToken stop)
    {
        var (first, then) = await AnswerAsync(interaction, CancellationToken.None);
        if (then is not null) _ = FollowAsync(then);
        return first;
    }

    private async Task FollowAsync(Func<CancellationToken, Task> then)
    {
        await Task.Delay(Settling, clock);
        await then(CancellationToken.None);
    }

    private async Task<(InteractionResponse? First, Func<CancellationToken, Task>? Then)> AnswerAsync(Interaction interaction, CancellationToken stop)
    {
        try
        {
            switch (interaction.Type)
            {
                case InteractionKind.Command: return await CommandAsync(interaction, stop);
                case InteractionKind.Component: return await PressAsync(interaction, stop);
                case InteractionKind.ModalSubmit: return await FormAsync(interaction, stop);
                case InteractionKind.Autocomplete: return (await CompleteAsync(interaction, stop), null);
                default:
                    oddities.Note(DiscordPlatform.PlatformName, UnknownKind);
                    return (null, null);
            }
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure.Message);
            return (null, null);
        }
    }

    private async Task<(InteractionResponse?, Func<CancellationToken, Task>?)> CommandAsync(Interaction interaction, CancellationToken stop)
    {
        var (path, options) = SlashLines.Of(interaction.Data);
        if (commands.Specs.FirstOrDefault(spec => spec.Path == path) is not { } spec) return Say(Manner.Notice, Reply.Private(path));
        var (place, complaint) = await targets.OfAsync(interaction, spec, options, await LanguageAsync(interaction, stop), stop);
        var caller = await callers.OfAsync(interaction, place, stop);
        if (complaint is not null && spec.IsFor(caller)) return Say(Manner.Notice, Reply.Private(complaint));
        if (spec.IsFor(caller) && spec.Options.FirstOrDefault(option => DiscordMenu.IsAskedInForm(spec, option)) is { } asked && SlashLines.Value(options, asked.Name) is null)
            return (Form(spec, asked, SlashLines.Line(spec, options)), null);
        return await RunAsync(interaction, caller, SlashLines.Line(spec, options), new(IsPress: false, IsPrivately: spec.Role > Role.Reader), stop);
    }

    private async Task<(InteractionResponse?, Func<CancellationToken, Task>?)> PressAsync(Interaction interaction, CancellationToken stop)
    {
        var id = interaction.Data?.CustomId ?? "";
        var line = id == DiscordCards.Menu ? interaction.Data?.Values is [var chosen, ..] ? chosen : "" : id;
        var caller = await callers.OfAsync(interaction, new(interaction.GuildId, interaction.ChannelId ?? default), stop);
        return await RunAsync(interaction, caller, line, new(IsPress: true, IsPrivately: true), stop);
    }

    private async Task<(InteractionResponse?, Func<CancellationToken, Task>?)> FormAsync(Interaction interaction, CancellationToken stop)
    {
        var id = interaction.Data?.CustomId ?? "";
        var text = interaction.Data?.Components?.SelectMany(component => component.Inputs()).FirstOrDefault(input => input.Value is not null);
        if (!id.StartsWith(FormPrefix, StringComparison.Ordinal) || text?.Value is null) return (new UpdateLater(), null);
        var caller = await callers.OfAsync(interaction, new(interaction.GuildId, interaction.ChannelId ?? default), stop);
        return await RunAsync(interaction, caller, $"{id[FormPrefix.Length..]} {text.CustomId}:{text.Value.ReplaceLineEndings(" ")}", new(IsPress: false, IsPrivately: true), stop);
    }

    private static OpenModal Form(CommandSpec spec, Option asked, string line)
    {
        var title = CardFitter.Cut(spec.Description.English, 45);
        var most = asked is TextOption text ? Math.Min(4000, text.MaxLength) : 4000;
        return new(new(CardFitter.Cut(FormPrefix + line, 100), title, [new Label(CardFitter.Cut(asked.Name, 45), new TextInput(asked.Name, 2, MaxLength: most, Required: true), CardFitter.Cut(asked.Description.English, 100))]));
    }

    private async Task<InteractionResponse> CompleteAsync(Interaction interaction, CancellationToken stop)
    {
        var (path, options) = SlashLines.Of(interaction.Data);
        var focused = options.FirstOrDefault(option => option.Focused);
        var caller = await callers.OfAsync(interaction, new(interaction.GuildId, interaction.ChannelId ?? default), stop);
        // What was filled in before may decide what is worth offering, such as the name of a setting.
        var filled = options.Where(option => !option.Focused && option.Value?.Text is { Length: > 0 } text && !text.Contains(' ', StringComparison.Ordinal)).Select(option => $"{option.Name}:{option.Value} ");
        var start = $"/{path} {string.Concat(filled)}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Promise);
        var typed = (focused?.Value?.Text ?? "").Replace(' ', '\u00A0');
        var found = await commands.CompleteAsync(caller, start + typed, limit.Token);
        return new Protocol.Suggestions(new([.. found
            .Where(completion => completion.Line.StartsWith(start, StringComparison.Ordinal))
            .Select(completion => (Value: completion.Line[start.Length..], completion.Label))
            .Where(choice => choice.Value.Length is > 0 and <= 100)
            .Take(25)
            .Select(choice => new CommandChoice(CardFitter.Cut(choice.Label, 100), choice.Value))]));
    }

    private async Task<(InteractionResponse?, Func<CancellationToken, Task>?)> RunAsync(Interaction interaction, Caller caller, string line, Manner manner, CancellationToken stop)
    {
        // On a thread of its own: SQLite waits for its turn without giving the thread back, and the promise must not wait with it.
        var running = Task.Run(() => commands.RunAsync(caller, line, stop), stop);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (await Task.WhenAny(running, Task.Delay(Promise, clock, waiting.Token)) == running)
        {
            await waiting.CancelAsync();
            var reply = await running;
            var (first, _) = Say(manner, reply);
            return (first, reply.Cards.Count > 1 ? more => MoreAsync(interaction, reply, manner, more) : null);
        }
        InteractionResponse promise = manner.IsPress ? new UpdateLater() : manner.IsPrivately ? ReplyLater.Privately : new ReplyLater();
        return (promise, async more => await KeepAsync(interaction, await running, manner, more));
    }

    private static (InteractionResponse First, Func<CancellationToken, Task>? Then) Say(Manner manner, Reply reply)
    {
        var body = Draw(reply.Cards[0], reply, manner);
        return (manner.IsPress && reply.ReplacesCard ? new UpdateMessage(body) : new ReplyWithMessage(body), null);
    }

    // What was promised: in place of the promise, beside it, or alone for the one who asked.
    private async Task KeepAsync(Interaction interaction, Reply reply, Manner manner, CancellationToken stop)
    {
        var body = Draw(reply.Cards[0], reply, manner);
        var isInPlace = manner.IsPress ? reply.ReplacesCard : manner.IsPrivately || !reply.IsPrivate;
        if (isInPlace) Quietly(await rest.EditOriginalAsync(interaction, body with { Flags = body.Flags & ~MessageFlags.Ephemeral }, stop));
        else
        {
            if (!manner.IsPress) _ = await rest.DeleteOriginalAsync(interaction, stop);
            Quietly(await rest.FollowUpAsync(interaction, body, stop));
        }
        await MoreAsync(interaction, reply, manner, stop);
    }

    private async Task MoreAsync(Interaction interaction, Reply reply, Manner manner, CancellationToken stop)
    {
        foreach (var card in reply.Cards.Skip(1)) Quietly(await rest.FollowUpAsync(interaction, Draw(card, reply, manner), stop));
    }

    private static MessageBody Draw(Card card, Reply reply, Manner manner)
    {
        var fitted = CardFitter.Fit(card, DiscordCards.Limits);
        // A picture that only we have would have to be uploaded; a reply goes without.
        var body = DiscordCards.IsPlain(fitted) ? DiscordCards.Plain(fitted) : DiscordCards.Draw(fitted, WebAddress.OrNull(fitted.Image?.Address), asComponents: false);
        // A card that takes another's place must not leave parts of it behind.
        if (reply.ReplacesCard) body = body with { Content = body.Content ?? "", Embeds = body.Embeds ?? [], Components = body.Components ?? [] };
        return reply.IsPrivate || (manner.IsPress && !reply.ReplacesCard) ? body with { Flags = MessageFlags.Ephemeral } : body;
    }

    private void Quietly(RestOutcome<Message> outcome)
    {
        if (outcome is Failed<Message>(var why) && !DiscordFailures.IsTooLate(why)) LogNotAnswered(DiscordFailures.Why(why));
    }

    private async Task<Language> LanguageAsync(Interaction interaction, CancellationToken stop) =>
        (await subscriptions.FindAsync(new DiscordPlace(interaction.GuildId, interaction.ChannelId ?? default).Ref, DiscordLocales.Of(interaction), stop)).Settings.Language;

    /// <param name="IsPress">A component of a message was used, so the answer may take that message's place.</param>
    /// <param name="IsPrivately">A promise is shown to the caller only.</param>
    private readonly record struct Manner(bool IsPress, bool IsPrivately)
    {
        public static Manner Notice { get; } = new(IsPress: false, IsPrivately: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: an answer did not arrive: {Why}")]
    private partial void LogNotAnswered(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: an interaction could not be handled: {Why}")]
    private partial void LogFailed(string why);
}
