using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>help [command]: what one may do here.</summary>
/// <param name="services">The other commands are asked for late: help is one of them.</param>
internal sealed class HelpCommand(IServiceProvider services) : ICommand
{
    private static readonly TextOption Command = new("command", new("which command"), 100) { TakesRest = true, Suggestions = Suggestions.Commands };

    private static readonly Phrase Title = new("What I can do");
    private static readonly Phrase ForModerators = new("For moderators");
    private static readonly Phrase ForOperators = new("For those who run the bot");
    private static readonly Phrase Unknown = new("There is no command '{0}'.");
    private static readonly Phrase Usage = new("Type: ");

    public CommandSpec Spec { get; } = new("help", Role.Reader, new("What I can do"), Command);

    public Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var allowed = services.GetServices<ICommand>().Select(command => command.Spec).Where(spec => spec.IsFor(call.Caller)).ToArray();
        var asked = call.Ask(Command, "").TrimStart('/').ToLowerInvariant();
        if (asked.Length == 0) return Task.FromResult(Overview(call, allowed));
        var specs = allowed.Where(spec => spec.Path == asked || spec.Path.StartsWith($"{asked} ", StringComparison.Ordinal)).ToArray();
        return Task.FromResult(specs.Length > 0
            ? new Reply(specs.Select(spec => Describe(call, spec)).ToArray(), IsPrivate: true)
            : Reply.Private(call.Say(Unknown, CardFitter.Cut(asked, 40)), Button.Type("help", "help")));
    }

    private static Reply Overview(Call call, CommandSpec[] allowed)
    {
        var body = Lines(call, allowed, Role.Reader);
        foreach (var (role, heading) in new[] { (Role.Moderator, ForModerators), (Role.Operator, ForOperators) })
            if (allowed.Any(spec => spec.Role == role))
                body = body.Then("\n\n").Then(call.Say(heading), Mark.Strong).Then("\n").Then(Lines(call, allowed, role));
        return new([new Card { Title = call.Say(Title), Body = body }], IsPrivate: true);
    }

    private static Prose Lines(Call call, CommandSpec[] specs, Role role) => Prose.Lines(specs
        .Where(spec => spec.Role == role)
        .Select(spec => Prose.Of(spec.Usage, Mark.Code).Then($" — {spec.Description.In(call.Language)}")));

    private static Card Describe(Call call, CommandSpec spec) => new()
    {
        Title = spec.Path,
        Body = Prose.Of(spec.Description.In(call.Language)).Then($"\n\n{call.Say(Usage)}").Then(spec.Usage, Mark.Code),
        Fields = spec.Options.Select(option => new Field(option.Name, option.Description.In(call.Language))).ToArray(),
    };
}
