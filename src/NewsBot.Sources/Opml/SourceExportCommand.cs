using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;

namespace NewsBot.Sources.Opml;

/// <summary>source export: the sources by topic, as a list to copy. Addresses are shown without what may be a key in them; the whole file is the operator's.</summary>
internal sealed class SourceExportCommand(OpmlExport export) : ICommand
{
    private const int PerPage = 30;

    private static readonly NumberOption Page = new("page", new("which page"), 1, 1_000) { IsNamedOnly = true };

    private static readonly Phrase Title = new("Sources");
    private static readonly Phrase None = new("There are no feeds yet; add one with  source add  or a list with  source import.");
    private static readonly Phrase NothingMore = new("There are no more sources.");
    private static readonly Phrase WithoutTopic = new("Without a topic");
    private static readonly Phrase More = new("More");
    private static readonly Phrase File = new("For other readers:  newsbot opml export FILE  writes them as OPML where the bot runs.");

    public CommandSpec Spec { get; } = new("source export", Role.Moderator, new("List all feeds with their addresses"), Page) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var page = call.Ask(Page, 1);
        var lines = (await export.FoldersAsync(stop)).SelectMany(folder => Lines(folder.Name, folder.Sources, call)).ToArray();
        if (lines.Length == 0) return Reply.Private(call.Say(None));
        var shown = lines.Skip((page - 1) * PerPage).Take(PerPage).ToArray();
        if (shown.Length == 0) return Reply.Private(call.Say(NothingMore));
        IReadOnlyList<Button> buttons = page * PerPage < lines.Length ? [Button.Type(call.Say(More), $"source export page:{page + 1}")] : [];
        return new([new Card { Title = call.Say(Title), Body = Prose.Lines(shown), Footer = call.Say(File), Buttons = buttons }], IsPrivate: true, ReplacesCard: call.Has(Page));
    }

    private static IEnumerable<Prose> Lines(string folder, IReadOnlyList<WebSource> sources, Call call) =>
        sources.Select(source => Prose.Of($"{(source.Title.Length > 0 ? source.Title : source.Key)}: ").Then(source.Place, Mark.Code))
            .Prepend(Prose.Of(folder.Length > 0 ? folder : call.Say(WithoutTopic), Mark.Strong));
}
