using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Finds the command that was typed or pressed, checks the role, reads the values, runs it.</summary>
public sealed partial class CommandBook : ICommandBook
{
    /// <summary>UTF-8 bytes of a command line that every platform's button can carry; Telegram has 64, of which a platform may want some for a signature.</summary>
    public const int ButtonBytes = 48;

    private const char KeptLine = '~';

    private static readonly Phrase Unknown = new("I don't know the command '{0}'.");
    private static readonly Phrase DidYouMean = new(" Did you mean '{0}'?");
    private static readonly Phrase SeeHelp = new(" Type help to see what I can do.");
    private static readonly Phrase Incomplete = new("'{0}' needs one more word: {1}.");
    private static readonly Phrase Forbidden = new("'{0}' is for {1}.");
    private static readonly Phrase Moderators = new("moderators of this channel");
    private static readonly Phrase Newsroom = new("moderators of the newsroom's own chats, since it changes every channel of this bot");
    private static readonly Phrase Operators = new("those who run this bot");
    private static readonly Phrase Stale = new("This button is too old; please type the command again.");
    private static readonly Phrase Failed = new("Something went wrong on our side and was noted. Please try again in a moment.");
    private static readonly Phrase Help = new("Help");

    private readonly Dictionary<string, ICommand> _commands;
    private readonly ISubscriptions _subscriptions;
    private readonly ILineBook _lines;
    private readonly CommandCompletion _completion;
    private readonly ILogger<CommandBook> _log;

    public CommandBook(IEnumerable<ICommand> commands, ISubscriptions subscriptions, ILineBook lines, CommandCompletion completion, ILogger<CommandBook> log)
    {
        _commands = commands.ToDictionary(command => command.Spec.Path);
        (_subscriptions, _lines, _completion, _log) = (subscriptions, lines, completion, log);
        Specs = _commands.Values.Select(command => command.Spec).ToArray();
        SpecLimits.Check(Specs);
    }

    public IReadOnlyList<CommandSpec> Specs { get; }

    public async Task<Reply> RunAsync(Caller caller, string line, CancellationToken stop)
    {
        var language = caller.Speaks;
        try
        {
            var channel = await _subscriptions.FindAsync(caller.Channel, caller.Speaks, stop);
            language = channel.Settings.Language;
            if (await UnfoldAsync(line.Trim(), stop) is not { } typed) return Reply.Private(Stale.In(language));
            return await ShortenAsync(await RunAsync(caller, channel, typed, stop), stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(CommandLine.NextWord(line).Word, failure);
            return Reply.Private(Failed.In(language));
        }
    }

    public async Task<IReadOnlyList<Completion>> CompleteAsync(Caller caller, string line, CancellationToken stop)
    {
        var channel = await _subscriptions.FindAsync(caller.Channel, caller.Speaks, stop);
        var allowed = Specs.Where(spec => spec.IsFor(caller)).ToArray();
        return await _completion.CompleteAsync(allowed, line, channel.Settings.Language, stop);
    }

    /// <summary>The spec that a line begins with, and what stands behind its path.</summary>
    internal static (CommandSpec? Spec, string Remainder) Find(IReadOnlyList<CommandSpec> specs, string line)
    {
        var (first, rest) = CommandLine.NextWord(line.TrimStart().TrimStart('/'));
        first = first.Split('@')[0].ToLowerInvariant();
        var (second, afterSecond) = CommandLine.NextWord(rest);
        var both = specs.FirstOrDefault(spec => spec.Path == $"{first} {second.ToLowerInvariant()}");
        return both is not null ? (both, afterSecond) : (specs.FirstOrDefault(spec => spec.Path == first), rest);
    }

    private async Task<Reply> RunAsync(Caller caller, Channel channel, string line, CancellationToken stop)
    {
        var language = channel.Settings.Language;
        var (spec, rest) = Find(Specs, line);
        if (spec is null) return NotFound(caller, line, language);
        if (!spec.IsFor(caller)) return Reply.Private(Forbidden.In(language, spec.Path, For(spec, caller).In(language)));
        var read = CommandLine.Read(spec, rest, language);
        return read.Complaint is { } complaint
            ? Reply.Private(complaint, Button.Type(Help.In(language), $"help {spec.Path}"))
            : await _commands[spec.Path].RunAsync(new(caller, channel, read.Values), stop);
    }

    private static Phrase For(CommandSpec spec, Caller caller) => spec switch
    {
        { Role: Role.Operator } => Operators,
        { IsForEveryChannel: true } when caller.Role >= spec.Role => Newsroom,
        _ => Moderators,
    };

    private Reply NotFound(Caller caller, string line, Language language)
    {
        var (typed, rest) = CommandLine.NextWord(line.TrimStart('/'));
        var allowed = Specs.Where(spec => spec.IsFor(caller)).Select(spec => spec.Path).ToArray();
        var subcommands = allowed.Where(path => path.StartsWith($"{typed.ToLowerInvariant()} ", StringComparison.Ordinal)).Select(path => path.Split(' ')[1]).ToArray();
        if (subcommands.Length > 0 && rest.Length == 0)
            return Reply.Private(Incomplete.In(language, typed, string.Join(", ", subcommands)), subcommands.Select(word => Button.Type($"{typed} {word}", $"help {typed} {word}")).ToArray());

        var unknown = Unknown.In(language, CardFitter.Cut(typed, 40));
        var twoWords = $"{typed} {CommandLine.NextWord(rest).Word}";
        return (Nearest.To(twoWords, allowed.Where(path => path.Contains(' '))) ?? Nearest.To(typed, allowed)) is { } near
            ? Reply.Private(unknown + DidYouMean.In(language, near), Button.Type(near, near))
            : Reply.Private(unknown + SeeHelp.In(language), Button.Type(Help.In(language), "help"));
    }

    private async Task<string?> UnfoldAsync(string line, CancellationToken stop) =>
        line.StartsWith(KeptLine) ? await _lines.FindAsync(line[1..], stop) : line;

    private async Task<Reply> ShortenAsync(Reply reply, CancellationToken stop)
    {
        var cards = new List<Card>();
        foreach (var card in reply.Cards)
        {
            var buttons = new List<Button>();
            foreach (var button in card.Buttons)
                buttons.Add(button.Line is { } line && System.Text.Encoding.UTF8.GetByteCount(line) > ButtonBytes
                    ? button with { Line = await KeepAsync(line, stop) }
                    : button);
            cards.Add(card with { Buttons = buttons });
        }
        return reply with { Cards = cards };
    }

    private async Task<string> KeepAsync(string line, CancellationToken stop)
    {
        var name = ArticleId.Of(line).Value;
        await _lines.KeepAsync(name, line, stop);
        return KeptLine + name;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The command '{Command}' failed.")]
    private partial void LogFailed(string command, Exception failure);
}
