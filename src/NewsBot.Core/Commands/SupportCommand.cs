using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>support: the ways to give that the operator configured; asked from an article, in that article's own words.</summary>
internal sealed class SupportCommand(IArchive archive, SupportLinks support) : ICommand
{
    private static readonly ArticleOption Article = new("article", new("in the words of this article")) { Suggestions = Suggestions.Articles };

    private static readonly Phrase Title = new("Support this newsroom");
    private static readonly Phrase Plain = new("This news is free to read because some readers pay for it. If you can be one of them, here is how:");
    private static readonly Phrase None = new("No support page is set up here yet, but thank you for asking.");

    public CommandSpec Spec { get; } = new("support", Role.Reader, new("How to support this newsroom"), Article);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (!support.Any) return Reply.Private(call.Say(None));
        var article = call.Has(Article) ? await archive.FindAsync(call.Ask(Article), stop) : null;
        var appeal = article is { WithdrawnAt: null, Content.Appeal: { Paragraphs.Count: > 0 } own } ? string.Join("\n\n", own.Paragraphs) : null;
        // The full address stands in the text: nobody should have to trust a button with their money.
        var addresses = Prose.Lines(support.Links.Select(link => Prose.Of($"{link.Label}: ").ThenLink(link.Address, link.Address)));
        return Reply.Of(new Card
        {
            Title = call.Say(Title),
            Body = Prose.Of(appeal ?? support.Sentence ?? call.Say(Plain)).Then("\n\n").Then(addresses),
            Buttons = support.Links.Select(link => Button.Open(link.Label, link.Address)).ToArray(),
        });
    }
}
