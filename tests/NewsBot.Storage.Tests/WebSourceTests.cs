using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tests;

public sealed class WebSourcesOnSqlite() : WebSourceTests(TestStore.SqliteAsync);

public sealed class WebSourcesOnPostgres(PostgresServer server) : WebSourceTests(() => TestStore.PostgresAsync(server));

public abstract class WebSourceTests : StoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private protected WebSourceTests(Func<Task<TestStore>> open)
        : base(open)
    {
    }

    private IWebSources Sources => Store.WebSources;

    private IPolls Polls => Store.Polls;

    private DateTimeOffset Now => Store.Clock.GetUtcNow();

    [Fact]
    public async Task A_source_comes_back_as_it_was_added_and_is_due_at_once()
    {
        var source = Feed("a") with
        {
            Title = "Новини",
            Settings = new(IsTrusted: true, CompletesText: true, ShowsImages: false, Topics: ["belarus"], Language: "be", Zone: "Europe/Minsk"),
            AddedIn = new ChannelRef("telegram", "-100:7"),
            AddedAt = Make.Noon,
        };
        Assert.Equivalent(source, await Sources.AddAsync(source, Stop), strict: true);
        Assert.Equivalent(new WebSourceState(source, null, Now, null, null, 0), await Sources.FindAsync("a", Stop), strict: true);
        Assert.Equivalent(source, Assert.Single(await Sources.AllAsync(Stop)).Source, strict: true);
        Assert.Null(await Sources.FindAsync("b", Stop));
    }

    [Fact]
    public async Task An_address_is_kept_once_and_a_key_too()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        Assert.Equal("a", (await Sources.AddAsync(Feed("a") with { Key = "other" }, Stop)).Key);
        Assert.Equal("a-2", (await Sources.AddAsync(Feed("b") with { Key = "a" }, Stop)).Key);
        Assert.Equal("a-3", (await Sources.AddAsync(Feed("c") with { Key = "a" }, Stop)).Key);
        var longest = new string('x', 32);
        await Sources.AddAsync(Feed("d") with { Key = longest }, Stop);
        Assert.Equal($"{longest[..30]}-2", (await Sources.AddAsync(Feed("e") with { Key = longest }, Stop)).Key);
    }

    [Fact]
    public async Task A_removed_source_is_asked_no_more_and_can_be_added_again_as_a_new_one()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await PollAsync("a", memory: "what was there");
        Assert.True(await Sources.RemoveAsync("a", Stop));
        Assert.False(await Sources.RemoveAsync("a", Stop));
        Assert.Empty(await Sources.AllAsync(Stop));
        Assert.Null(await Polls.NextDueAsync(Stop));
        await Sources.AddAsync(Feed("a"), Stop);
        Assert.Null(await Polls.MemoryAsync("a", Stop));
        Assert.Null(Assert.Single(await LeaseAsync()).State);
    }

    [Fact]
    public async Task Who_is_in_a_hurry_gets_those_that_are_well_but_none_within_five_minutes_and_none_that_is_being_asked()
    {
        foreach (var key in new[] { "asked", "fails", "long-ago", "now", "paused" }) await Sources.AddAsync(Feed(key), Stop);
        await PollAsync("long-ago", next: Now.AddHours(8));
        await PollAsync("paused", next: Now.AddHours(8));
        await Sources.SaveAsync((await Sources.FindAsync("paused", Stop))!.Source with { PausedAt = Now }, Stop);
        Store.Clock.Advance(TimeSpan.FromMinutes(9));
        await PollAsync("fails", next: Now.AddHours(8), trouble: "It is down.");
        await PollAsync("now", next: Now.AddHours(8));
        Store.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["asked"], (await LeaseAsync()).Select(poll => poll.Source.Key));
        Assert.Equal(2, await Polls.HurryAsync(Stop));
        Assert.Equal(Now, (await Sources.FindAsync("long-ago", Stop))!.NextAt);
        Assert.Equal(Now.AddMinutes(3), (await Sources.FindAsync("now", Stop))!.NextAt);
        Assert.True((await Sources.FindAsync("fails", Stop))!.NextAt > Now.AddHours(7));
        Assert.Equal(0, await Polls.HurryAsync(Stop));
        Assert.Equal(["long-ago"], (await LeaseAsync()).Select(poll => poll.Source.Key));
    }

    [Fact]
    public async Task A_paused_source_waits_and_a_resumed_one_is_due_at_once_with_a_clean_sheet()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await PollAsync("a", next: Now.AddHours(8));
        var source = (await Sources.FindAsync("a", Stop))!.Source;
        await Sources.SaveAsync(source with { PausedAt = Now }, Stop);
        Assert.Null((await Sources.FindAsync("a", Stop))!.NextAt);
        Store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await LeaseAsync());
        await Sources.SaveAsync(source, Stop);
        Assert.Equal(Now, (await Sources.FindAsync("a", Stop))!.NextAt);
        Assert.True(Assert.Single(await LeaseAsync()).IsResumed);
        await SettleAsync("a", Now);
        Assert.False(Assert.Single(await LeaseAsync()).IsResumed);
    }

    [Fact]
    public async Task The_settings_files_sources_are_added_changed_and_removed_with_it()
    {
        await Sources.AddAsync(Feed("chat"), Stop);
        await Sources.ConfigureAsync([Feed("a"), Feed("b")], Stop);
        Assert.Equal(["a", "b", "chat"], await KeysAsync());
        await Sources.ConfigureAsync([Feed("b") with { Title = "New", Settings = new(IsTrusted: true) }, Feed("c")], Stop);
        Assert.Equal(["b", "c", "chat"], await KeysAsync());
        var changed = (await Sources.FindAsync("b", Stop))!.Source;
        Assert.Equal(("New", true), (changed.Title, changed.Settings.IsTrusted));
    }

    [Fact]
    public async Task What_chat_changed_paused_or_removed_wins_over_the_settings_file()
    {
        await Sources.ConfigureAsync([Feed("a"), Feed("b"), Feed("c")], Stop);
        await Sources.SaveAsync(Feed("a") with { Title = "Chat" }, Stop);
        await Sources.SaveAsync(Feed("b") with { PausedAt = Now }, Stop);
        await Sources.RemoveAsync("c", Stop);
        await Sources.ConfigureAsync([Feed("a") with { Title = "File" }, Feed("b") with { Title = "File" }, Feed("c")], Stop);
        Assert.Equal([("a", "Chat", false), ("b", "File", true)], (await Sources.AllAsync(Stop)).Select(state => (state.Source.Key, state.Source.Title, state.Source.PausedAt is not null)));
        // Chat may also bring it back.
        Assert.Equal("c", (await Sources.AddAsync(Feed("c") with { Key = "another" }, Stop)).Key);
        await Sources.ConfigureAsync([], Stop);
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_source_of_the_settings_file_stays_where_its_site_has_led_it_until_the_file_names_another_address()
    {
        await Sources.ConfigureAsync([Feed("a")], Stop);
        await LeaseAsync();
        await SettleAsync("a", Now, address: "https://new.example/feed");
        await Sources.ConfigureAsync([Feed("a")], Stop);
        Assert.Equal("https://new.example/feed", (await Sources.FindAsync("a", Stop))!.Source.Address.AbsoluteUri);
        Assert.NotNull(Assert.Single(await LeaseAsync()).State);
        await Sources.ConfigureAsync([Feed("other") with { Key = "a" }], Stop);
        Assert.Equal(Feed("other").Address, (await Sources.FindAsync("a", Stop))!.Source.Address);
        Assert.Null(Assert.Single(await LeaseAsync()).State);
    }

    [Fact]
    public async Task The_settings_file_can_name_what_chat_has_added()
    {
        await Sources.AddAsync(Feed("chat"), Stop);
        await Sources.ConfigureAsync([Feed("chat") with { Key = "file", Title = "File" }], Stop);
        var source = Assert.Single(await Sources.AllAsync(Stop)).Source;
        Assert.Equal(("chat", "File"), (source.Key, source.Title));
    }

    [Fact]
    public async Task A_turn_belongs_to_one_owner_until_it_is_settled_or_its_lease_ends()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        Assert.Single(await LeaseAsync("one"));
        Assert.Empty(await LeaseAsync("two"));
        Assert.Null(await Polls.NextDueAsync(Stop));
        Store.Clock.Advance(Lease);
        Assert.Single(await LeaseAsync("two"));
        Assert.Equal(["a"], await Polls.SettleAsync("one", [Outcome(Now.AddHours(1))], Stop));
        Assert.Empty(await Polls.SettleAsync("two", [Outcome(Now.AddHours(1))], Stop));
        Assert.Empty(await LeaseAsync("two"));
        Assert.Equal(Now.AddHours(1), await Polls.NextDueAsync(Stop));
    }

    [Fact]
    public async Task Those_that_waited_longest_are_leased_first_and_no_more_than_asked_for()
    {
        foreach (var key in (string[])["c", "a", "b"])
        {
            await Sources.AddAsync(Feed(key), Stop);
            Store.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(["c", "a"], (await Polls.LeaseAsync("one", 2, Lease, Stop)).Select(poll => poll.Source.Key));
        Assert.Equal(2, await Polls.ReleaseAsync("one", Stop));
        Assert.Equal(["c", "a", "b"], (await LeaseAsync()).Select(poll => poll.Source.Key));
    }

    [Fact]
    public async Task Owners_who_lease_at_the_same_time_share_the_sources()
    {
        for (var i = 0; i < 40; i++) await Sources.AddAsync(Feed($"s{i:00}"), Stop);
        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(owner => Task.Run(() => Polls.LeaseAsync($"owner{owner}", 5, Lease, Stop))));
        var keys = leases.SelectMany(lease => lease).Select(poll => poll.Source.Key).ToArray();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public async Task How_a_turn_went_is_kept()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await LeaseAsync();
        Assert.Empty(await Polls.SettleAsync("one", [Outcome(Now.AddHours(4)) with { Trouble = "The site says 503.", TroubleSince = Now.AddHours(-1), Memory = "m", Articles = 3 }], Stop));
        var state = (await Sources.FindAsync("a", Stop))!;
        Assert.Equal((Now, Now.AddHours(4), "The site says 503.", Now.AddHours(-1), 3), (state.LastAt, state.NextAt, state.Trouble, state.TroubleSince, state.Articles));
        Store.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal("state", Assert.Single(await LeaseAsync()).State);
        await Polls.SettleAsync("one", [Outcome(Now) with { Articles = 2 }], Stop);
        Assert.Equal("m", await Polls.MemoryAsync("a", Stop));
        Assert.Equal((null, 5), ((await Sources.FindAsync("a", Stop))!.Trouble, (await Sources.FindAsync("a", Stop))!.Articles));
    }

    [Fact]
    public async Task What_was_pushed_is_remembered_without_a_turn()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await Polls.RememberAsync("a", "pushed", 2, Stop);
        Assert.Equal("pushed", await Polls.MemoryAsync("a", Stop));
        Assert.Equal(2, (await Sources.FindAsync("a", Stop))!.Articles);
        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task A_source_that_is_gone_for_good_is_paused_with_the_reason()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await LeaseAsync();
        await Polls.SettleAsync("one", [Outcome(null) with { Trouble = "It is gone.", TroubleSince = Now }], Stop);
        var state = (await Sources.FindAsync("a", Stop))!;
        Assert.Equal((Now, "It is gone.", null, "It is gone."), (state.Source.PausedAt, state.Source.PausedWhy, state.NextAt, state.Trouble));
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task A_pause_or_removal_during_a_turn_outlives_it()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await Sources.AddAsync(Feed("b"), Stop);
        await LeaseAsync();
        await Sources.SaveAsync(Feed("a") with { PausedAt = Now }, Stop);
        await Sources.RemoveAsync("b", Stop);
        Assert.Equal(["b"], await Polls.SettleAsync("one", [Outcome(Now, "b"), Outcome(Now)], Stop));
        Assert.Empty(await LeaseAsync());
        Assert.Equal(["a"], await KeysAsync());
    }

    [Fact]
    public async Task A_source_does_not_move_to_where_another_is()
    {
        await Sources.AddAsync(Feed("a"), Stop);
        await Sources.AddAsync(Feed("b"), Stop);
        await LeaseAsync();
        await SettleAsync("a", Now, Feed("b").Address.AbsoluteUri);
        Assert.Equal(Feed("a").Address, (await Sources.FindAsync("a", Stop))!.Source.Address);
    }

    private static WebSource Feed(string key) => new(key, new($"https://example.org/{key}.xml"), WebSourceKind.Feed) { Title = key, AddedAt = Make.Noon };

    private Polled Outcome(DateTimeOffset? next, string key = "a", string? address = null) => new(key, "state", address is null ? Feed(key).Address : new(address), Now, next);

    private Task<IReadOnlyList<DuePoll>> LeaseAsync(string owner = "one") => Polls.LeaseAsync(owner, 100, Lease, Stop);

    private async Task SettleAsync(string key, DateTimeOffset? next, string? address = null) =>
        Assert.Empty(await Polls.SettleAsync("one", [Outcome(next, key, address)], Stop));

    private async Task PollAsync(string key, DateTimeOffset? next = null, string? memory = null, string? trouble = null)
    {
        await LeaseAsync();
        Assert.Empty(await Polls.SettleAsync("one", [Outcome(next ?? Now, key) with { Memory = memory, Trouble = trouble }], Stop));
    }

    private async Task<string[]> KeysAsync() => [.. (await Sources.AllAsync(Stop)).Select(state => state.Source.Key)];
}
