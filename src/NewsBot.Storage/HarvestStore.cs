using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;
using NewsBot.Storage.Engines;
using NewsBot.Storage.Tables;

namespace NewsBot.Storage;

internal sealed class HarvestStore : IHarvestStore
{
    private readonly Database database;
    private readonly IOptions<CorrectionOptions> corrections;
    private readonly SharedRide<Sheaf, StoreReport> queue;
    private readonly StoryDesk desk = new();

    public HarvestStore(Database database, IOptions<CorrectionOptions> corrections)
    {
        (this.database, this.corrections) = (database, corrections);
        queue = new(StoreAsync);
    }

    public Task<IReadOnlyDictionary<string, string>> BookmarksAsync(string source, CancellationToken stop) =>
        database.ReadAsync(session => BookmarkTable.AllAsync(session, source, stop), stop);

    public Task<IReadOnlyList<PlaceProblem>> ProblemsAsync(int take, CancellationToken stop) =>
        database.ReadAsync(session => ProblemTable.NewestAsync(session, take, stop), stop);

    public Task<IReadOnlyDictionary<string, string>> SourcesAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken stop) => articles.Count == 0
        ? Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>())
        : database.ReadAsync(session => ArticleTable.SourcesAsync(session, articles, stop), stop);

    public async Task<StoreReport> StoreAsync(string source, IReadOnlyList<Harvested> batch, CancellationToken stop)
    {
        if (batch.Count == 0) return StoreReport.Nothing;
        // Folding and writing JSON takes longer than the transaction should.
        return await queue.RunAsync(new(source, [.. batch.Select(item => (item, item is { Article: { } article, Found: Found.Item } ? KeptArticle.Of(article) : null))]), stop);
    }

    private async Task<StoreReport[]> StoreAsync(IReadOnlyList<Sheaf> sheaves)
    {
        try
        {
            return await WriteAsync(sheaves);
        }
        catch
        {
            desk.Forget();
            throw;
        }
    }

    private Task<StoreReport[]> WriteAsync(IReadOnlyList<Sheaf> sheaves) => database.WriteAsync(async session =>
    {
        await session.HoldAsync(Turn.Harvest, CancellationToken.None);
        desk.Begin();
        var sitting = new Sitting(database, session, desk, corrections.Value, CancellationToken.None);
        await sitting.KnowAsync([.. sheaves.SelectMany(sheaf => sheaf.Items).Select(it => it.Item)]);
        var reports = new StoreReport[sheaves.Count];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = StoreReport.Nothing;
            foreach (var (item, kept) in sheaves[i].Items) reports[i] += await StoreAsync(sitting, sheaves[i].Source, item, kept);
        }
        await sitting.EndAsync();
        return reports;
    }, CancellationToken.None);

    private static async Task<StoreReport> StoreAsync(Sitting sitting, string source, Harvested item, KeptArticle? kept)
    {
        await BookmarkTable.MoveAsync(sitting.Session, source, item.Found, sitting.Stop);
        if (item.Found is Found.Problem problem)
        {
            await ProblemTable.KeepAsync(sitting.Session, source, problem, sitting.Now, sitting.Stop);
            return StoreReport.Nothing with { Problems = 1 };
        }
        await ProblemTable.ClearAsync(sitting.Session, source, item.Found.Place, sitting.Stop);
        return kept is null ? StoreReport.Nothing : await sitting.KeepAsync(kept, item);
    }

    /// <summary>What one source brought, made ready.</summary>
    private sealed record Sheaf(string Source, IReadOnlyList<(Harvested Item, KeptArticle? Kept)> Items);

    /// <summary>One transaction's worth of storing, with what is better done once at its end.</summary>
    private sealed class Sitting(Database database, Session session, StoryDesk desk, CorrectionOptions corrections, CancellationToken stop)
    {
        private readonly SortedDictionary<long, KeptArticle> unindexed = [];
        private readonly Dictionary<string, long> changes = new(StringComparer.Ordinal);
        private readonly LaneLists lanes = new();

        public Session Session => session;

        public CancellationToken Stop => stop;

        public long Now { get; } = database.Now;

        public async Task<StoreReport> KeepAsync(KeptArticle kept, Harvested item)
        {
            if (await ArticleTable.RowAsync(session, kept.Article.Id, stop) is { } row) return await ChangeAsync(row, kept);
            if (!await ArticleTable.HasTextAsync(session, kept.Fingerprint, stop)) return await AddAsync(kept, item);
            var isNew = await CopyTable.AddAsync(session, kept, Now, stop) > 0;
            return StoreReport.Nothing with { Same = 1, Owed = isNew ? await OweCopyAsync(kept, item) : 0 };
        }

        // Who follows only the second of two sources has not read what the first one said; they get it as the first one said it.
        private async Task<int> OweCopyAsync(KeptArticle copy, Harvested item)
        {
            if (item.Channels.Count == 0 || await CopyTable.NewsAsync(session, copy, Now - (long)StandIns.Fresh.TotalMilliseconds, stop) is not { } article) return 0;
            var told = await StoryTable.PlaceAsync(session, article, stop) is { } place ? await StoryTable.ToldAsync(session, place.Story.Value, item.Channels, item.IsBreaking, stop) : [];
            var channels = item.Channels.Except(told.Select(it => it.Channel)).ToArray();
            return channels.Length == 0 ? 0 : await OweAsync(article, channels, item.IsBreaking ? DebtClass.Urgent : DebtClass.Ordinary);
        }

        // FTS5 gathers rows in memory only while their numbers rise, and WakeAsync has to come after every debt.
        public async Task EndAsync()
        {
            foreach (var (number, kept) in unindexed)
            {
                await HeadTable.AddAsync(session, number, kept, stop);
                await database.Words.AddAsync(session, number, kept.Words, stop);
            }
            if (unindexed.Count > 0) await WordTable.AddAsync(session, unindexed.Values.Select(kept => kept.Words), stop);
            foreach (var (place, channels) in lanes.Owed)
                await (place is DebtClass.Urgent ? DebtTable.HurryAsync(session, channels, place, Now, stop) : DebtTable.WakeAsync(session, channels, place, Now, stop));
        }

        public async Task KnowAsync(IEnumerable<Harvested> batch)
        {
            if (lanes.TextOfAll(batch.Select(item => item.Channels)) is { } all) await DebtTable.KnowAsync(session, all, stop);
        }

        private async Task<StoreReport> AddAsync(KeptArticle kept, Harvested item)
        {
            var (channels, isBreaking) = (item.Channels, item.IsBreaking);
            var number = await ArticleNumber.NextAsync(session, kept.Article.Published, stop);
            await ArticleTable.AddAsync(session, number, kept, item.Found is Found.Item { Unposted: { } why } ? $"{why}" : null, Now, stop);
            await ArticleTable.AssignAsync(session, kept.Article, stop);
            unindexed.Add(number, kept);
            var told = await desk.TakeAsync(session, kept.Article, item, Now, stop);
            if (told.Count > 0) channels = [.. channels.Except(told.Select(it => it.Channel))];
            return StoreReport.Nothing with
            {
                New = 1,
                Owed = channels.Count == 0 ? 0 : await OweAsync(kept.Article.Id, channels, isBreaking ? DebtClass.Urgent : DebtClass.Ordinary),
                Edits = await RetellAsync(told),
            };
        }

        private async Task<int> RetellAsync(IReadOnlyList<(ChannelRef Channel, ArticleId Behind)> told)
        {
            var edits = 0;
            foreach (var behind in told.GroupBy(it => it.Behind, it => it.Channel)) edits += await Stories.RetellAsync(session, behind.Key, [.. behind], corrections, Now, stop);
            return edits;
        }

        private async Task<int> OweAsync(ArticleId article, IReadOnlyList<ChannelRef> channels, DebtClass place)
        {
            lanes.Add(place, channels);
            return await DebtTable.OweAsync(session, article, lanes.TextOf(channels), DebtKind.Post, place, Now, stop);
        }

        private async Task<StoreReport> ChangeAsync(ArticleTable.Row row, KeptArticle kept)
        {
            await ArticleTable.AssignAsync(session, kept.Article, stop);
            if (row.Says(kept)) return StoreReport.Nothing with { Same = 1 };
            var number = ArticleNumber.IsOf(row.Number, kept.Article.Published)
                ? row.Number
                : await ArticleNumber.NextAsync(session, kept.Article.Published, stop);
            await ArticleTable.ChangeAsync(session, number, kept, Now, stop);
            // It may be new in this very batch, and then it is not in the index yet.
            if (!unindexed.Remove(row.Number)) await UnindexAsync(row.Number);
            // What was withdrawn stays so, whatever its source shows.
            if (row.IsWithdrawn) return StoreReport.Nothing with { Changed = 1 };
            unindexed.Add(number, kept);
            return StoreReport.Nothing with { Changed = 1, Edits = row.Content == kept.Content ? 0 : await CorrectAsync(row, kept) };
        }

        private async Task<int> CorrectAsync(ArticleTable.Row row, KeptArticle kept)
        {
            // Many at once are a new template rather than many mistakes, and news must not wait for that.
            var place = await ChangesAsync(kept.Article.Source) > corrections.ChangesAnHour ? DebtClass.Last : DebtClass.Urgent;
            var channels = await EditTable.OweEditsAsync(session, kept.Article.Id, row.Content, place, Now - (long)corrections.CorrectFor.TotalMilliseconds, Now, stop);
            lanes.Add(place, [.. channels.Select(ChannelRef.Parse)]);
            return channels.Count;
        }

        private async Task<long> ChangesAsync(string source) => changes[source] = changes.TryGetValue(source, out var known)
            ? known + 1
            : await EditTable.ChangedAsync(session, source, Now - (long)TimeSpan.FromHours(1).TotalMilliseconds, stop);

        private async Task UnindexAsync(long number)
        {
            await HeadTable.RemoveAsync(session, number, stop);
            await database.Words.RemoveAsync(session, number, stop);
        }
    }
}
