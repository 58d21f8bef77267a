using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Local.Tests;

/// <summary>Live updates: whatever breaks in between, a reader sees each entry exactly once and in order.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private LocalHouse _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LocalHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_reader_who_reconnects_again_and_again_misses_nothing_and_sees_nothing_twice()
    {
        const int Posts = 300;
        var posting = Parallel.ForEachAsync(Enumerable.Range(0, Posts), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop },
            async (i, _) => await _house.PostAsync(i % 3 == 0 ? "front-page" : "garden", $"Post {i}", $"{i}"));
        var seen = new List<(long Number, string Title)>();
        var expected = Enumerable.Range(0, Posts).Count(i => i % 3 != 0);
        while (seen.Count < expected)
        {
            // A few entries, then the line breaks in the midst.
            await foreach (var entry in EventsAsync("garden", seen.Count == 0 ? 0 : seen[^1].Number))
            {
                seen.Add(entry);
                if (seen.Count % 17 == 0 || seen.Count == expected) break;
            }
        }
        await posting;
        Assert.Equal(seen.Select(entry => entry.Number).Order(), seen.Select(entry => entry.Number));
        Assert.Equal(expected, seen.Select(entry => entry.Title).Distinct().Count());
        Assert.Equal(expected, seen.Count);
    }

    [Fact]
    public async Task What_was_posted_around_a_restart_comes_after_it()
    {
        await _house.PostAsync("garden", "Before", "1");
        var last = 0L;
        await foreach (var entry in EventsAsync("garden", 0))
        {
            last = entry.Number;
            break;
        }
        await _house.PostAsync("garden", "While away", "2");
        await _house.StopAsync();
        await _house.StartAsync();
        await _house.PostAsync("garden", "After", "3");
        var titles = new List<string>();
        await foreach (var entry in EventsAsync("garden", last))
        {
            titles.Add(entry.Title);
            if (titles.Count == 2) break;
        }
        Assert.Equal(["While away", "After"], titles);
    }

    [Fact]
    public async Task A_reader_of_one_room_hears_that_another_has_news()
    {
        using var answer = await OpenAsync("garden", 0);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(": hello", await reader.ReadLineAsync(Stop));
        await _house.PostAsync("front-page", "News", "1");
        string? line;
        do line = await reader.ReadLineAsync(Stop);
        while (line != "event: room");
        Assert.Equal("front-page", (string?)JsonNode.Parse((await reader.ReadLineAsync(Stop))!["data: ".Length..])!["name"]);
    }

    [Fact]
    public async Task A_correction_reaches_an_open_page_and_one_that_was_away()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await _house.PostAsync("garden", "Roses bloom on Monday", "1"));
        await _house.PostAsync("garden", "Tulips", "2");
        using var answer = await OpenAsync("garden", 1_000_000);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(": hello", await reader.ReadLineAsync(Stop));
        await EditAsync(sent.MessageId, "Roses bloom on Tuesday", "Corrected 14:05");
        var open = await ChangeAsync(reader);
        Assert.Equal(("Roses bloom on Tuesday", "Corrected 14:05"), ((string?)open["entry"]!["post"]!["cards"]![0]!["title"], (string?)open["entry"]!["post"]!["corrected"]));

        await EditAsync(sent.MessageId, "Roses bloom on Wednesday", null);
        using var later = await OpenAsync("garden", 1_000_000, change: (long)open["change"]!);
        using var away = new StreamReader(await later.Content.ReadAsStreamAsync(Stop));
        var missed = await ChangeAsync(away);
        Assert.Equal("Roses bloom on Wednesday", (string?)missed["entry"]!["post"]!["cards"]![0]!["title"]);
        Assert.Null(missed["entry"]!["post"]!["corrected"]);

        await Platform.WithdrawAsync(Garden, sent.MessageId, new(new Card { Body = "Withdrawn." }, "w", new()), Stop);
        var gone = await ChangeAsync(away);
        Assert.Equal((open["number"]!.GetValue<long>(), null), (gone["number"]!.GetValue<long>(), gone["entry"]));
        Assert.Equal(gone["change"]!.GetValue<long>(), (await _house.GetAsync("/rooms/garden/entries"))["change"]!.GetValue<long>());
    }

    private static ChannelRef Garden => new("local", "garden");

    private IPlatform Platform => _house.Get<IPlatform>();

    private Task<SendOutcome> EditAsync(string id, string title, string? correction) =>
        Platform.EditAsync(Garden, id, new(new Card { Title = title, Footer = correction }, "e", new(), Correction: correction), Stop);

    private static async Task<JsonNode> ChangeAsync(StreamReader reader)
    {
        string? line;
        do line = await reader.ReadLineAsync(Stop);
        while (line != "event: change");
        return JsonNode.Parse((await reader.ReadLineAsync(Stop))!["data: ".Length..])!;
    }

    [Fact]
    public async Task Shutting_down_does_not_wait_for_readers()
    {
        using var answer = await OpenAsync("garden", 0);
        var stream = await answer.Content.ReadAsStreamAsync(Stop);
        var reading = stream.CopyToAsync(Stream.Null, Stop);
        var stopping = _house.StopAsync();
        Assert.Same(stopping, await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromSeconds(8), Stop)));
        await Task.WhenAny(reading);
        await _house.StartAsync();
    }

    private async IAsyncEnumerable<(long Number, string Title)> EventsAsync(string room, long after)
    {
        using var answer = await OpenAsync(room, after);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        var id = "";
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal) || id.Length == 0) continue;
            yield return (long.Parse(id, CultureInfo.InvariantCulture), (string)JsonNode.Parse(line[6..])!["post"]!["cards"]![0]!["title"]!);
            id = "";
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string room, long after, long? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/rooms/{room}/events{(change is null ? "" : $"?change={change}")}");
        if (after > 0) request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        var answer = await _house.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return answer;
    }
}
