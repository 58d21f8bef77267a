using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Tests.Contracts;

namespace NewsBot.Local.Tests;

public sealed class LocalContract : PlatformContract
{
    protected override async Task<Stage> OpenAsync() => new LocalStage(await LocalHouse.OpenAsync());

    private sealed class LocalStage(LocalHouse house) : Stage
    {
        private const string Room = "garden";
        private JsonNode? _answer;

        public override IPlatform Platform => house.Get<IPlatform>();

        public override ChannelRef Channel => new("local", Room);

        public override Task KeepArticleAsync(string title, string body) => house.KeepArticleAsync(title, body);

        public override async Task<IReadOnlyList<Shown>> ShownAsync(int count) =>
            [.. (await house.GetAsync($"/rooms/{Room}/entries"))["entries"]!.AsArray().SelectMany(entry => Cards(entry!["post"]!))];

        public override async Task RemoveAsync(int index)
        {
            var entry = (await house.GetAsync($"/rooms/{Room}/entries"))["entries"]!.AsArray()[index]!;
            await house.Get<IRoomBook>().RemoveAsync(Room, entry["number"]!.GetValue<long>(), TestContext.Current.CancellationToken);
        }

        public override Task<string> SayAsync(string line, bool asModerator) => SayAsync(line, asModerator, null);

        public override Task<string> PressAsync(string label, bool asModerator)
        {
            var button = _answer!["post"]!["cards"]!.AsArray().SelectMany(card => card!["buttons"]!.AsArray()).First(button => button!["label"]!.GetValue<string>() == label)!;
            return SayAsync(button["line"]!.GetValue<string>(), asModerator, label);
        }

        public override ValueTask DisposeAsync() => house.DisposeAsync();

        private async Task<string> SayAsync(string line, bool asModerator, string? pressed)
        {
            _answer = await house.SayAsync(Room, line, asModerator ? "moderator" : "reader", pressed);
            return string.Join("\n", Cards(_answer["post"]!).Select(card => card.Text));
        }

        private static IEnumerable<Shown> Cards(JsonNode post) => post["cards"]!.AsArray().Select(card => new Shown(Text(card!), [.. Each(card!["buttons"]).Select(button => button["label"]!.GetValue<string>())], post["follows"]?["title"]?.GetValue<string>()));

        private static string Text(JsonNode card) => string.Join("\n\n", new[] { card["title"]?.GetValue<string>(), Spans(card["body"]) }
            .Concat(Each(card["fields"]).Select(field => $"{field["name"]}\n{Spans(field["value"])}"))
            .Append(card["footer"]?.GetValue<string>())
            .Where(part => !string.IsNullOrEmpty(part)));

        private static string Spans(JsonNode? spans) => string.Concat(Each(spans).Select(span => span["t"]!.GetValue<string>()));

        private static IEnumerable<JsonNode> Each(JsonNode? list) => list?.AsArray().OfType<JsonNode>() ?? [];
    }
}
