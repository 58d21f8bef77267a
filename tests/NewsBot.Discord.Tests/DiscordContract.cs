using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.DiscordApi;
using NewsBot.Tests.Contracts;
using Channel = NewsBot.DiscordApi.Channel;

namespace NewsBot.Discord.Tests;

public sealed class DiscordContract : PlatformContract
{
    protected override async Task<Stage> OpenAsync()
    {
        var house = await DiscordHouse.BuildAsync();
        var (reader, moderator) = (house.Server.AddPerson("Reader"), house.Server.AddPerson("Moderator"));
        var guild = house.Server.AddGuild("Readers", moderator);
        guild.Join(reader);
        guild.Invite(house.Bot, DiscordStories.Rights);
        var channel = guild.AddTextChannel("news");
        await house.StartBotAsync();
        guild.OpenCommand("subscribe");
        return new DiscordStage(house, channel, reader, moderator);
    }

    private sealed class DiscordStage(DiscordHouse house, Channel news, Person reader, Person moderator) : Stage
    {
        private Message? _answer;

        public override IPlatform Platform => house.Get<DiscordPlatform>();

        public override ChannelRef Channel => DiscordHouse.RefOf(news);

        public override Task KeepArticleAsync(string title, string body) => house.KeepAsync(title, body);

        public override async Task<IReadOnlyList<Shown>> ShownAsync(int count) =>
            [.. (await news.MessagesAsync(count, Stop)).Select(message => new Shown(Read(message), [.. message.Buttons.Select(button => button.Label!)], Answered(message.ReplyTo)))];

        public override Task RemoveAsync(int index)
        {
            news.Messages[index].Delete();
            return Task.CompletedTask;
        }

        public override async Task<string> SayAsync(string line, bool asModerator)
        {
            // What cannot be typed as a slash command is a line that a button could hold.
            var person = asModerator ? moderator : reader;
            var parts = line.Split(' ');
            var interaction = parts switch
            {
                ["subscribe", var topic] => await person.RunsAsync(news, "subscribe", ("topic", topic)),
                ["latest"] => await person.RunsAsync(news, "latest"),
                _ => await person.ForgesPressAsync(await AnyMessageAsync(), line),
            };
            _answer = await Answered(interaction);
            return Read(_answer);
        }

        public override async Task<string> PressAsync(string label, bool asModerator) =>
            Read(_answer = await Answered(await (asModerator ? moderator : reader).PressesAsync(_answer!, label)));

        public override ValueTask DisposeAsync() => house.DisposeAsync();

        private string? Answered(ulong? id) => news.Messages.FirstOrDefault(message => message.Id == id) is { } earlier ? Read(earlier) : null;

        private static Task<Message> Answered(Interaction interaction) => interaction.ReplyAsync(Stop);

        private async Task<Message> AnyMessageAsync() => await Answered(await reader.RunsAsync(news, "about"));

        // As Discord shows it: marks are drawn everywhere but in an embed's footer.
        private static string Read(Message message) => string.Join('\n', new[] { Shown(message.Content) }.Concat(message.Embeds.OfType<JsonObject>().SelectMany(Parts)).Where(part => part.Length > 0));

        private static IEnumerable<string> Parts(JsonObject embed) =>
        [
            Shown((string?)embed["title"]),
            Shown((string?)embed["description"]),
            .. (embed["fields"] as JsonArray ?? []).Select(field => $"{Shown((string?)field!["name"])}\n{Shown((string?)field["value"])}"),
            (string?)embed["footer"]?["text"] ?? "",
        ];

        // A backslash before a sign only says that the sign is meant as such; two stars around words make them bold.
        private static string Shown(string? markdown)
        {
            var text = new StringBuilder();
            for (var i = 0; i < markdown?.Length; i++)
            {
                if (markdown[i] == '*') continue;
                if (markdown[i] == '\\' && i + 1 < markdown.Length && !char.IsLetterOrDigit(markdown[i + 1]) && !char.IsWhiteSpace(markdown[i + 1])) i++;
                text.Append(markdown[i]);
            }
            return text.ToString();
        }
    }
}
