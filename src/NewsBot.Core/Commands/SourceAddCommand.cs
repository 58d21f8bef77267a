using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source add: shows what is behind an address, and adds it when the button is pressed.</summary>
internal sealed class SourceAddCommand(ISourceFinder finder, IWebSources sources, IEnumerable<IArticleSource> folders, SourcePreviews previews, TimeProvider clock) : ICommand
{
    private static readonly TextOption Address = new("address", new("a site, a page or a feed"), 2048) { IsRequired = true };
    private static readonly ChoiceOption Sure = new("sure", new("yes, to add it without looking"), "yes") { IsNamedOnly = true };

    private static readonly Phrase Add = new("Add it");
    private static readonly Phrase Question = new("Nothing is added yet.");
    private static readonly Phrase Already = new("{0} is a source already, as {1}.");
    private static readonly Phrase Done = new("Added {0} as {1}. What it holds now goes into the archive; new articles are posted as they appear.");
    private static readonly Phrase MakeTopic = new("Make it a topic");

    public CommandSpec Spec { get; } = new("source add", Role.Moderator, new("Look at a site or a feed, and follow it"), Address, Sure) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var typed = call.Ask(Address);
        if (call.Has(Sure) && previews.Find(typed) is { } shown) return await PreviewedAsync(call, shown, stop);
        return await finder.FindAsync(typed, stop) switch
        {
            FindOutcome.Source found => await PreviewedAsync(call, found.Preview, stop),
            FindOutcome.Nothing nothing => Reply.Private(RemarkWords.Say(nothing.Why, call.Language)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Reply> PreviewedAsync(Call call, SourcePreview preview, CancellationToken stop)
    {
        var all = await sources.AllAsync(stop);
        if (all.FirstOrDefault(state => state.Source.Address == preview.Address) is { } there)
            return Reply.Private(call.Say(Already, preview.Title, there.Source.Key), Button.Type(call.Say(SourceWords.Doctor), $"source doctor {there.Source.Key}"));
        if (call.Has(Sure)) return await AddAsync(call, preview, all, stop);
        previews.Keep(preview);
        return Reply.Of(SourceWords.Preview(preview, call.Channel.Settings) with
        {
            Footer = call.Say(Question),
            Buttons = [Button.Type(call.Say(Add), $"source add {preview.Address.AbsoluteUri} sure:yes")],
        });
    }

    private async Task<Reply> AddAsync(Call call, SourcePreview preview, IReadOnlyList<WebSourceState> all, CancellationToken stop)
    {
        var taken = all.Select(state => state.Source.Key).Concat(folders.Select(folder => folder.Key)).ToHashSet();
        var added = await sources.AddAsync(new(SourceKey.Of(preview.Title, preview.Address, taken), preview.Address, preview.Kind)
        {
            Title = preview.Title,
            // A page gives headlines only.
            Settings = new(CompletesText: preview.Kind is WebSourceKind.Page),
            AddedIn = call.Caller.Channel,
            AddedAt = clock.GetUtcNow(),
        }, stop);
        return Reply.Of(new Card
        {
            Body = call.Say(Done, added.Title, added.Key),
            Buttons = [Button.Type(call.Say(MakeTopic), $"topic add {added.Key} sources: {added.Key}"), Button.Type(call.Say(SourceWords.Doctor), $"source doctor {added.Key}")],
        });
    }
}
