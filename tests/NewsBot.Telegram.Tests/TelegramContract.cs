using NewsBot.BotApi;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;
using NewsBot.Tests.Contracts;

namespace NewsBot.Telegram.Tests;

public sealed class TelegramContract : PlatformContract
{
    protected override async Task<Stage> OpenAsync()
    {
        var house = await TelegramHouse.StartAsync();
        var (reader, moderator) = (house.Server.AddPerson("Reader"), house.Server.AddPerson("Moderator"));
        var group = house.Server.AddSupergroup("Readers", owner: moderator).Join(reader).Join(house.Bot);
        var welcome = await group.MessageAsync(_ => true, TestContext.Current.CancellationToken);
        return new TelegramStage(house, group, reader, moderator, welcome);
    }

    private sealed class TelegramStage(TelegramHouse house, ChatRoom group, Person reader, Person moderator, ChatMessage welcome) : Stage
    {
        private ChatMessage _answer = welcome;

        public override IPlatform Platform => house.Get<TelegramPlatform>();

        public override ChannelRef Channel => new TelegramChat(group.Id).Ref;

        public override Task KeepArticleAsync(string title, string body) => house.KeepAsync(title, body);

        public override async Task<IReadOnlyList<Shown>> ShownAsync(int count)
        {
            var shown = await group.MessagesAsync(count + 1, Stop);
            // A word joiner shows nothing; it only keeps Telegram from making links of its own.
            return [.. shown.Skip(1).Select(message => new Shown(Read(message), [.. message.Buttons.Select(button => button.Text)], message.ReplyTo is { } earlier ? Read(earlier) : null))];

            static string Read(ChatMessage message) => message.Text.Replace("\u2060", "", StringComparison.Ordinal);
        }

        public override Task RemoveAsync(int index)
        {
            moderator.Deletes(group.FromBots[index + 1]);
            return Task.CompletedTask;
        }

        public override async Task<string> SayAsync(string line, bool asModerator)
        {
            _answer = await (asModerator ? moderator : reader).Types(group, $"/{line}").AnswerAsync(Stop);
            return _answer.Text;
        }

        public override async Task<string> PressAsync(string label, bool asModerator)
        {
            var last = group.Messages[^1];
            await (asModerator ? moderator : reader).Presses(_answer, label).AnswerAsync(Stop);
            return (await last.AnswerAsync(Stop)).Text;
        }

        public override ValueTask DisposeAsync() => house.DisposeAsync();
    }
}
