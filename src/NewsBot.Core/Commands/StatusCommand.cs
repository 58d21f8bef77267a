using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>status: sources, debts, failures, for those who run the bot.</summary>
internal sealed class StatusCommand(IEnumerable<IArticleSource> folders, SourceStates states, IWebSources sources, IHarvestStore store, IOutbox outbox, IEnumerable<IPlatform> platforms, Oddities oddities, TimeProvider clock) : ICommand
{
    private const int Shown = 10;

    private static readonly Phrase Title = new("How the bot is doing");
    private static readonly Phrase Sources = new("Sources");
    private static readonly Phrase NotUp = new("{0} is not connected");
    private static readonly Phrase Posts = new("Posts");
    private static readonly Phrase PostsLine = new("{0} owed, {1} posted, {2} given up, {3} with an unknown fate; {4} channels failing, {5} paused");
    private static readonly Phrase Unreadable = new("Not read");
    private static readonly Phrase Odd = new("Passed over");
    private static readonly Phrase OddLine = new("{0}: {1}, {2} since the start (last {3})");
    private static readonly Phrase Failed = new("Not posted");

    public CommandSpec Spec { get; } = new("status", Role.Operator, new("Sources, posts owed, failures"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var problems = await store.ProblemsAsync(Shown, stop);
        var state = await outbox.StateAsync(stop);
        var fields = new List<Field>
        {
            new(call.Say(Sources), await SourcesAsync(call, stop)),
            new(call.Say(Posts), call.Say(PostsLine, state.Owed, state.Paid, state.GivenUp, state.Left, state.Failing, state.Paused)),
        };
        fields.AddRange(platforms.Where(platform => !platform.State.IsUp).Select(platform => new Field(call.Say(NotUp, platform.Name), Since(platform.State, call))));
        if (problems.Count > 0) fields.Add(new(call.Say(Unreadable), Prose.Lines(problems.Select(problem => (Prose)$"{problem.Source}: {problem.Place} — {problem.What}"))));
        if (oddities.All is { Count: > 0 } odd)
            fields.Add(new(call.Say(Odd), Prose.Lines(odd.Take(Shown).Select(it => (Prose)call.Say(OddLine, it.Where, call.Say(it.What), it.Times, Ages.Of(it.Last, clock.GetUtcNow(), call.Language))))));
        if (state.LastProblems.Count > 0) fields.Add(new(call.Say(Failed), Prose.Lines(state.LastProblems.Select(problem => (Prose)$"{problem.Channel}: {problem.Why} ({Ages.Of(problem.At, clock.GetUtcNow(), call.Language)})"))));
        return new([new Card { Title = call.Say(Title), Fields = fields, Footer = $"NewsBot {AboutCommand.Version}" }], IsPrivate: true);
    }

    // Ten thousand feeds that do well are one line; those that fail are told one by one.
    private async Task<Prose> SourcesAsync(Call call, CancellationToken stop)
    {
        var all = await sources.AllAsync(stop);
        var failing = all.Where(state => state.Trouble is not null).OrderByDescending(state => state.TroubleSince).ToArray();
        var lines = SourceLines.OfFolders(folders, states, clock, call.Language);
        if (all.Count > 0) lines = lines.Append(SourceLines.Count(all, call.Language));
        lines = lines.Concat(failing.Take(Shown).Select(state => SourceLines.Of(state, clock, call.Language)));
        return lines.Any() ? Prose.Lines(lines) : SourceLines.None.In(call.Language);
    }

    private string Since(PlatformState state, Call call) =>
        state.Since is { } since ? $"{state.Why} ({Ages.Of(since, clock.GetUtcNow(), call.Language)})" : state.Why ?? "";
}
