using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Tests.Contracts;

/// <summary>
/// What every platform must do, whatever it looks like there. Each platform's tests include this file and open a <see cref="Stage"/> of their own:
/// the real platform, with somebody who reads and types at the other end of its wire.
/// </summary>
public abstract class PlatformContract : IAsyncLifetime
{
    private Stage _stage = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract Task<Stage> OpenAsync();

    public async ValueTask InitializeAsync() => _stage = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_post_arrives_with_everything_that_its_card_says()
    {
        Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card
        {
            Title = "Harbour ferry returns",
            Link = "https://news.example/ferry",
            Body = Prose.Of("After two years the ").Then("blue", Mark.Strong).Then(" ferry sails again."),
            Fields = [new("Where", "Lower town")],
            Footer = "A. Writer · news.example · 8 Sep 2024, 04:00",
            Buttons = [Button.Open("Source", "https://news.example/ferry")],
        }));
        var shown = Assert.Single(await _stage.ShownAsync(1));
        foreach (var part in new[] { "Harbour ferry returns", "After two years the blue ferry sails again.", "Where", "Lower town", "A. Writer · news.example" })
            Assert.Contains(part, shown.Text, StringComparison.Ordinal);
        Assert.Contains("Source", shown.Buttons);
    }

    [Theory]
    [InlineData("<b>bold</b> & <script>alert(1)</script>")]
    [InlineData("**bold** _under_ `code` ~~gone~~ ||hidden|| # head > quote")]
    [InlineData("[bank.example](https://evil.example) \\ ``` ']\"")]
    [InlineData("&lt;b&gt; &amp; &#x202E; {0} %s ${x}")]
    [InlineData("👩‍👩‍👧‍👦 ї́ é नि")]
    public async Task Whatever_a_headline_holds_is_shown_as_it_was_written(string words)
    {
        Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = words, Body = words, Footer = words }));
        var shown = Assert.Single(await _stage.ShownAsync(1));
        Assert.Equal(3, shown.Text.Split(words).Length - 1);
    }

    [Fact]
    public async Task The_longest_card_that_fits_the_limits_arrives()
    {
        var limits = _stage.Platform.Limits;
        var card = CardFitter.Fit(new Card
        {
            Title = Long(1_000),
            Link = "https://news.example/long",
            Body = Prose.Of(Long(30_000)).Then(Long(5_000), Mark.Strong),
            Fields = [.. Enumerable.Range(0, 40).Select(i => new Field($"{i} {Long(300)}", Long(3_000)))],
            Footer = Long(1_000),
            Buttons = [.. Enumerable.Range(0, 40).Select(i => Button.Type($"{i} {Long(80)}", $"search page:{i + 1} xxxxxxxxxxxxxxxx"))],
        }, limits);
        Assert.IsType<SendOutcome.Sent>(await PostAsync(card));
        Assert.Contains("…", Assert.Single(await _stage.ShownAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_appear_in_the_order_in_which_they_were_sent()
    {
        foreach (var title in new[] { "One", "Two", "Three" }) Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = title }));
        Assert.Equal(["One", "Two", "Three"], (await _stage.ShownAsync(3)).Select(shown => shown.Text.Trim()));
    }

    [Fact]
    public async Task A_post_that_goes_on_from_an_earlier_one_answers_it()
    {
        var first = await SentAsync(new Card { Title = "Ferry runs aground" });
        await SentAsync(new Card { Title = "Another story" });
        Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = "Ferry is afloat again" }, follows: first));
        Assert.Equal([null, null, "Ferry runs aground"], (await _stage.ShownAsync(3)).Select(shown => shown.Answers?.Trim()));
    }

    [Fact]
    public async Task A_post_that_goes_on_from_one_that_somebody_removed_stands_alone()
    {
        var first = await SentAsync(new Card { Title = "Ferry runs aground" });
        await _stage.RemoveAsync(0);
        Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = "Ferry is afloat again" }, follows: first));
        var shown = Assert.Single(await _stage.ShownAsync(1));
        Assert.Equal(("Ferry is afloat again", null), (shown.Text.Trim(), shown.Answers));
    }

    [Fact]
    public async Task While_the_platform_remembers_a_key_a_second_post_with_it_posts_nothing()
    {
        if (_stage.Platform.KeyMemoryOf(_stage.Channel) == TimeSpan.Zero) return; // It says so, and the courier then never sends twice.
        var first = Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = "Once" }, "a@b"));
        var again = Assert.IsType<SendOutcome.Sent>(await PostAsync(new Card { Title = "Once" }, "a@b"));
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Single(await _stage.ShownAsync(1));
    }

    [Fact]
    public async Task An_edit_changes_the_post_where_it_stands()
    {
        var first = await SentAsync(new Card { Title = "Ferry returns on Monday", Body = "The blue ferry sails.", Buttons = [Button.Open("Source", "https://news.example/ferry")] });
        await SentAsync(new Card { Title = "Another story" });
        var corrected = new Card { Title = "Ferry returns on Tuesday", Body = "The green ferry sails.", Footer = "Corrected 14:05", Buttons = [Button.Open("Read there", "https://news.example/ferry-2")] };
        Assert.IsType<SendOutcome.Sent>(await EditAsync(first, corrected));
        var shown = await _stage.ShownAsync(2);
        Assert.Equal(2, shown.Count);
        Assert.Contains("Ferry returns on Tuesday", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("The green ferry sails.", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("Corrected 14:05", shown[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", shown[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Read there"], shown[0].Buttons);
        Assert.Contains("Another story", shown[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_edit_twice_does_no_harm()
    {
        var first = await SentAsync(new Card { Title = "Ferry returns on Monday", Body = "The blue ferry sails." });
        var corrected = new Card { Title = "Ferry returns on Tuesday", Body = "The blue ferry sails." };
        var edited = Assert.IsType<SendOutcome.Sent>(await EditAsync(first, corrected));
        Assert.IsType<SendOutcome.Sent>(await EditAsync(edited.MessageId, corrected));
        Assert.Contains("Tuesday", Assert.Single(await _stage.ShownAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_card_can_be_put_into_a_post()
    {
        var first = await SentAsync(new Card { Title = "Short" });
        Assert.IsType<SendOutcome.Sent>(await EditAsync(first, new Card { Title = Long(1_000), Body = Long(30_000), Footer = Long(1_000) }));
        Assert.Contains("…", Assert.Single(await _stage.ShownAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_somebody_removed_is_never_edited()
    {
        var first = await SentAsync(new Card { Title = "Ferry returns on Monday" });
        await _stage.RemoveAsync(0);
        Assert.IsType<SendOutcome.Never>(await EditAsync(first, new Card { Title = "Ferry returns on Tuesday" }));
        Assert.Empty(await _stage.ShownAsync(0));
    }

    [Fact]
    public async Task A_post_that_is_withdrawn_is_gone_and_to_withdraw_it_again_does_no_harm()
    {
        var first = await SentAsync(new Card { Title = "Ferry returns on Monday" });
        await SentAsync(new Card { Title = "Another story" });
        Assert.IsType<SendOutcome.Sent>(await WithdrawAsync(first));
        Assert.IsType<SendOutcome.Sent>(await WithdrawAsync(first));
        Assert.Equal(["Another story"], (await _stage.ShownAsync(1)).Select(shown => shown.Text.Trim()));
    }

    [Fact]
    public async Task I_can_type_a_command_and_press_a_button_of_its_answer()
    {
        await _stage.KeepArticleAsync("Harbour ferry returns", "The blue ferry sails again.");
        Assert.Contains("Harbour ferry returns", await _stage.SayAsync("latest", asModerator: false), StringComparison.Ordinal);
        Assert.Contains("The blue ferry sails again.", await _stage.PressAsync("1", asModerator: false), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_moderator_changes_what_the_channel_follows()
    {
        Assert.Contains("moderators", await _stage.SayAsync("subscribe everything", asModerator: false), StringComparison.Ordinal);
        Assert.Contains("now follows everything", await _stage.SayAsync("subscribe everything", asModerator: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_I_mistype_gets_a_sentence_that_helps()
    {
        Assert.Contains("Did you mean 'latest'?", await _stage.SayAsync("latset", asModerator: false), StringComparison.Ordinal);
        Assert.Contains("number from 1 to 10", await _stage.SayAsync("latest count:99", asModerator: false), StringComparison.Ordinal);
    }

    private Task<SendOutcome> PostAsync(Card card, string? key = null, string? follows = null) =>
        _stage.Platform.SendAsync(_stage.Channel, new(CardFitter.Fit(card, _stage.Platform.Limits), key ?? $"{card.Title}@{_stage.Channel}", new ChannelSettings()) { Follows = follows }, Stop);

    private async Task<string> SentAsync(Card card) => Assert.IsType<SendOutcome.Sent>(await PostAsync(card)).MessageId;

    private Task<SendOutcome> EditAsync(string messageId, Card card) =>
        _stage.Platform.EditAsync(_stage.Channel, messageId, new(CardFitter.Fit(card, _stage.Platform.Limits), "edit", new ChannelSettings(), Correction: "Corrected 14:05"), Stop);

    private Task<SendOutcome> WithdrawAsync(string messageId) =>
        _stage.Platform.WithdrawAsync(_stage.Channel, messageId, new(new Card { Body = "This article was withdrawn." }, "withdraw", new ChannelSettings()), Stop);

    private static string Long(int length) => string.Concat(Enumerable.Repeat("Dear reader, 👩‍👧 <b>&amp;</b> *and* so on. ", length / 40 + 1))[..length];
}

/// <summary>A platform on its wire, with a reader and a moderator.</summary>
public abstract class Stage : IAsyncDisposable
{
    public abstract IPlatform Platform { get; }

    public abstract ChannelRef Channel { get; }

    public abstract Task KeepArticleAsync(string title, string body);

    /// <summary>Waits for so many posts in the channel and gives all there are, as a person reads them.</summary>
    public abstract Task<IReadOnlyList<Shown>> ShownAsync(int count);

    /// <summary>Somebody who may do so removes a post: the first is 0.</summary>
    public abstract Task RemoveAsync(int index);

    /// <summary>Types a command in the channel and gives the answer's text.</summary>
    public abstract Task<string> SayAsync(string line, bool asModerator);

    /// <summary>Presses a button of the newest answer and gives what came of it.</summary>
    public abstract Task<string> PressAsync(string label, bool asModerator);

    public abstract ValueTask DisposeAsync();
}

/// <param name="Answers">The text of the earlier post that this one is a reply to, if that is there still.</param>
public sealed record Shown(string Text, IReadOnlyList<string> Buttons, string? Answers = null);
