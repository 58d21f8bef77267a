using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Opml;

/// <summary>source import ADDRESS: the feeds of another reader. It shows what it would add; the button does it, if the list is still the same then.</summary>
internal sealed class SourceImportCommand(Fetcher fetcher, OpmlImport import) : ICommand
{
    private const string Accept = "text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private const int Shown = 10;

    private static readonly TextOption Address = new("address", new("where the OPML file is"), FetchLimits.LongestAddress) { IsRequired = true };
    private static readonly TextOption Confirm = new("confirm", new("what the button fills in"), 16) { IsNamedOnly = true };

    private static readonly Phrase Would = new("This list would add {0} {0:feed|feeds}");
    private static readonly Phrase Changed = new("The list has changed since; please look again.");
    private static readonly Phrase Nothing = new("There is nothing to add.");
    private static readonly Phrase Known = new("{0} {0:is|are} followed already.");
    private static readonly Phrase More = new("and {0} more");
    private static readonly Phrase Topics = new("Topics");
    private static readonly Phrase NewTopic = new("{0} (new): {1} {1:feed|feeds}");
    private static readonly Phrase OldTopic = new("{0}: {1} {1:feed|feeds} more");
    private static readonly Phrase NotTaken = new("Not taken");
    private static readonly Phrase AddThem = new("Add them");
    private static readonly Phrase Done = new("Added {0} {0:feed|feeds}. Each is read in the next minutes; what it has now is kept and not posted.");

    public CommandSpec Spec { get; } = new("source import", Role.Moderator, new("Add the feeds of an OPML list"), Address, Confirm) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (OpmlAddress.Read(call.Ask(Address), out var objection) is not { } address) return Reply.Private(TroubleWords.Say(objection, call.Language));
        using var result = await fetcher.FetchAsync(new(address) { Accept = Accept, Bytes = OpmlLimits.Bytes }, stop);
        if (result is not FetchResult.Fetched fetched) return Reply.Private(TroubleWords.Say(result.Trouble ?? FetchWords.CutShort, call.Language));
        var plan = await import.PlanAsync(fetched.Body.Memory, fetched.ContentType, stop);
        if (!call.Has(Confirm) || plan.IsEmpty) return new([Show(plan, address, call)], IsPrivate: true);
        if (call.Ask(Confirm) != plan.Mark) return new([Show(plan, address, call) with { Footer = call.Say(Changed) }], IsPrivate: true);
        await import.AddAsync(plan, call.Channel.Ref, stop);
        return new([new Card { Body = call.Say(Done, plan.Add.Count) }], IsPrivate: true, ReplacesCard: true);
    }

    private static Card Show(OpmlPlan plan, Uri address, Call call)
    {
        var feeds = plan.Add.Take(Shown).Select(source => Prose.Of(source.Title.Length > 0 ? source.Title : source.Key, Mark.Strong).Then($" — {source.Place}")).ToList();
        if (plan.Add.Count > Shown) feeds.Add(call.Say(More, plan.Add.Count - Shown));
        if (plan.Known.Count > 0) feeds.Add(call.Say(Known, plan.Known.Count));
        var topics = plan.Topics.Where(topic => topic.Gains.Count > 0).Select(topic => (Prose)call.Say(topic.IsNew ? NewTopic : OldTopic, topic.Title, topic.Gains.Count)).ToArray();
        var problems = plan.Problems.Select(problem => (Prose)problem.ToString()).ToArray();
        return new()
        {
            Title = plan.IsEmpty ? call.Say(Nothing) : call.Say(Would, plan.Add.Count),
            Body = Prose.Lines(feeds),
            Fields = [.. Field(Topics, topics), .. Field(NotTaken, problems)],
            Buttons = plan.IsEmpty ? [] : [Button.Type(call.Say(AddThem), $"source import \"{address.AbsoluteUri}\" confirm:{plan.Mark}")],
        };

        IEnumerable<Field> Field(Phrase name, Prose[] lines) => lines.Length == 0 ? [] :
            [new(call.Say(name), Prose.Lines([.. lines.Take(Shown), .. lines.Length > Shown ? [(Prose)call.Say(More, lines.Length - Shown)] : Array.Empty<Prose>()]))];
    }
}
