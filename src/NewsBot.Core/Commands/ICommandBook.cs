using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>Everything a platform needs to offer the commands.</summary>
public interface ICommandBook
{
    IReadOnlyList<CommandSpec> Specs { get; }

    /// <summary>
    /// Runs what was typed or pressed. Never throws for what a person typed: a wrong command, value or role becomes a private reply.
    /// A leading slash and a mention behind the command ("/latest@news_bot") are allowed.
    /// </summary>
    Task<Reply> RunAsync(Caller caller, string line, CancellationToken stop);

    /// <summary>What could come next while someone types: commands, then live values such as topics; at most 25.</summary>
    Task<IReadOnlyList<Completion>> CompleteAsync(Caller caller, string line, CancellationToken stop);
}

/// <param name="Line">The whole line with the completion in it.</param>
/// <param name="Label">What to show in the list.</param>
/// <param name="Description">A few words about it; may be empty.</param>
public sealed record Completion(string Line, string Label, string Description);
