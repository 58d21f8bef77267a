using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram;

/// <summary>
/// Announces the commands: readers' ones to everybody, moderators' ones to administrators of groups and in private chats (where one is the moderator of
/// one's own), all of them to those who run the bot; in each of the bot's languages. Only when they have changed.
/// </summary>
internal sealed class TelegramMenu(ICommandBook commands, TelegramConnection connection, INotebook notes, IOptions<TelegramOptions> options)
{
    private const string Note = "menu";

    // "" is what Telegram shows to people of all other languages.
    private static readonly (string Code, Language Language)[] Menus = [("", Language.English), .. Languages.All.Skip(1).Select(language => (language.Code(), language))];

    public async Task AnnounceAsync(CancellationToken stop)
    {
        var hash = Hash();
        if (await notes.ReadAsync(TelegramPlatform.PlatformName, Note, stop) == hash) return;
        foreach (var (code, language) in Menus)
        {
            await SetAsync(BotCommandScope.Default(), Of(Role.Reader, false, language), code, stop);
            await SetAsync(BotCommandScope.AllChatAdministrators(), Of(Role.Moderator, false, language), code, stop);
            await SetAsync(BotCommandScope.AllPrivateChats(), Of(Role.Moderator, false, language), code, stop);
            foreach (var group in options.Value.Newsroom) await MaybeSetAsync(BotCommandScope.ChatAdministrators(Id(group)), Of(Role.Moderator, true, language), code, stop);
            foreach (var person in options.Value.Operators) await MaybeSetAsync(BotCommandScope.Chat(Id(person)), Of(Role.Operator, true, language), code, stop);
        }
        await notes.WriteAsync(TelegramPlatform.PlatformName, Note, hash, stop);
    }

    /// <summary>A command as Telegram's menu can name it: one word. "topic add" is typed as /topic_add there.</summary>
    public static string NameOf(CommandSpec spec) => spec.Path.Replace(' ', '_').Replace('-', '_');

    /// <summary>What was typed, with the menu's name of a command turned back into its path, and a mention of us taken off; null when another bot is meant.</summary>
    public static string? Line(string text, IReadOnlyList<CommandSpec> specs, string username)
    {
        if (!text.StartsWith('/')) return text;
        var (word, rest) = CommandLine.NextWord(text);
        var parts = word.Split('@', 2);
        if (parts.Length == 2 && !parts[1].Equals(username, StringComparison.OrdinalIgnoreCase)) return null;
        var spec = specs.FirstOrDefault(spec => NameOf(spec).Equals(parts[0][1..], StringComparison.OrdinalIgnoreCase));
        return $"{spec?.Path ?? parts[0]} {rest}".TrimEnd();
    }

    private BotCommand[] Of(Role role, bool isNewsroom, Language language)
    {
        var caller = new Caller(default, "", role, isNewsroom);
        return [.. commands.Specs.Where(spec => spec.IsFor(caller)).Select(spec => new BotCommand(NameOf(spec), spec.Description.In(language)))];
    }

    private Task SetAsync(BotCommandScope scope, BotCommand[] menu, string language, CancellationToken stop) =>
        connection.Client.SetMyCommands(menu, scope, language, stop);

    // A person who never wrote to the bot, or a group it is not in: they get their menu at the next start after that.
    private async Task MaybeSetAsync(BotCommandScope scope, BotCommand[] menu, string language, CancellationToken stop)
    {
        try
        {
            await SetAsync(scope, menu, language, stop);
        }
        catch (global::Telegram.Bot.Exceptions.ApiRequestException failure) when (failure.ErrorCode is 400 or 403)
        {
        }
    }

    private string Hash()
    {
        var all = commands.Specs.Select(spec => $"{spec.Path} {spec.Role} {spec.IsForEveryChannel} {string.Join(' ', Languages.All.Select(language => spec.Description.In(language)))}")
            .Concat(options.Value.Newsroom).Concat(options.Value.Operators).Append(connection.Username);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
    }

    private static long Id(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
