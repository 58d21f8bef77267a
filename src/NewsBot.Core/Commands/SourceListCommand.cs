using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>source list [page]: where articles come from, those in trouble first.</summary>
internal sealed class SourceListCommand(IEnumerable<IArticleSource> folders, SourceStates states, IWebSources sources, TimeProvider clock) : ICommand
{
    private const int OnPage = 12;

    private static readonly NumberOption Page = new("page", new("further down"), 1, 9999);

    private static readonly Phrase Title = new("Sources");
    private static readonly Phrase Back = new("Back");

    public CommandSpec Spec { get; } = new("source list", Role.Moderator, new("Where articles come from"), Page) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var all = (await sources.AllAsync(stop)).OrderBy(state => state.Trouble is null).ToArray();
        var lines = SourceLines.OfFolders(folders, states, clock, call.Language).Concat(all.Select(state => SourceLines.Of(state, clock, call.Language))).ToArray();
        var pages = Math.Max(1, (lines.Length + OnPage - 1) / OnPage);
        var page = Math.Min(call.Ask(Page, 1), pages);
        var buttons = new List<Button>();
        if (page > 1) buttons.Add(Button.Type(call.Say(Back), $"source list {page - 1}"));
        if (page < pages) buttons.Add(Button.Type(call.Say(ArticleList.More), $"source list {page + 1}"));
        if (call.Caller.Role is Role.Operator) buttons.Add(Button.Type("reload", "reload"));
        return new([new Card
        {
            Title = call.Say(Title),
            Body = lines.Length == 0 ? SourceLines.None.In(call.Language) : Prose.Lines(lines.Skip((page - 1) * OnPage).Take(OnPage)),
            Footer = all.Length == 0 ? null : SourceLines.Count(all, call.Language) + (pages > 1 ? $" · {page}/{pages}" : ""),
            Buttons = buttons,
        }], IsPrivate: true, ReplacesCard: call.Has(Page));
    }
}
