using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>onthisday [day]: what the archive has of the same day in earlier years, by the channel's clock.</summary>
internal sealed class OnThisDayCommand(IArchive archive, TimeProvider clock) : ICommand
{
    private const int PerPage = 5;
    private const int MostPages = 100;

    private static readonly DayOption Day = new("day", new("another day, such as 2026-09-03"));
    private static readonly NumberOption Page = new("page", new("further back"), 1, MostPages) { IsNamedOnly = true };

    private static readonly Phrase Title = new("{0:d MMMM} in earlier years");
    private static readonly Phrase Nothing = new("The archive has nothing of this day in earlier years.");
    private static readonly Phrase NothingMore = new("There are no older articles.");

    public CommandSpec Spec { get; } = new("onthisday", Role.Reader, new("What happened on this day in earlier years"), Day, Page);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(call.Channel.Settings.Zone, out var found) ? found : TimeZoneInfo.Utc;
        var day = call.Ask(Day, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var page = call.Ask(Page, 1);
        var articles = await archive.WithinAsync(Anniversaries.Of(day, zone), (page - 1) * PerPage, PerPage + 1, stop);
        if (articles.Count == 0) return Reply.Private(call.Say(page == 1 ? Nothing : NothingMore));

        var more = articles.Count > PerPage && page < MostPages ? string.Create(CultureInfo.InvariantCulture, $"onthisday {day:yyyy-MM-dd} page:{page + 1}") : null;
        var items = articles.Take(PerPage).Select(article => (article, Prose.Empty)).ToArray();
        var card = ArticleList.Of(call.Say(Title, day), items, (page - 1) * PerPage + 1, call.Channel.Settings, now, more);
        return new([card], ReplacesCard: call.Has(Page));
    }
}
