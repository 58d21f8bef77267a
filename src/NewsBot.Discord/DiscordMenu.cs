using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>
/// Announces the commands as slash commands: two words become a sub-command, options keep their limits, live values are completed. Moderators' commands
/// are offered to those who may manage the server, and take the channel they are about. Only when something has changed.
/// </summary>
internal sealed class DiscordMenu(ICommandBook commands, DiscordRest rest, DiscordConnection connection, INotebook notes)
{
    /// <summary>The option that names another channel of the same server.</summary>
    public const string ChannelOption = "channel";

    private const string Note = "menu";

    // Nobody needs it here: the option above does what it is for.
    private const string Manage = "manage";

    private static readonly ChannelKind[] Targets = [ChannelKind.Text, ChannelKind.Announcement, ChannelKind.Forum, ChannelKind.Media, ChannelKind.PublicThread, ChannelKind.AnnouncementThread];

    /// <returns>One sentence when Discord does not take them.</returns>
    public async Task<string?> AnnounceAsync(CancellationToken stop)
    {
        var all = Project(commands.Specs);
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all, DiscordJson.Default.IReadOnlyListApplicationCommand)));
        var note = $"{Note} {connection.Application}";
        if (await notes.ReadAsync(DiscordPlatform.PlatformName, note, stop) == hash) return null;
        if (await rest.PutCommandsAsync(connection.Application, null, all, stop) is Failed<IReadOnlyList<ApplicationCommand>>(var why)) return DiscordFailures.Why(why);
        await notes.WriteAsync(DiscordPlatform.PlatformName, note, hash, stop);
        return null;
    }

    public static IReadOnlyList<ApplicationCommand> Project(IEnumerable<CommandSpec> specs) =>
        [.. specs.Where(spec => spec.Path != Manage).GroupBy(spec => spec.Path.Split(' ')[0]).Select(Command)];

    private static ApplicationCommand Command(IGrouping<string, CommandSpec> group)
    {
        var first = group.First();
        var isFamily = first.Path.Contains(' ');
        var isForModerators = group.Any(spec => spec.Role > Role.Reader);
        return new()
        {
            Name = group.Key,
            NameLocalizations = DiscordNames.Of(group.Key),
            Description = Description(first, Language.English),
            DescriptionLocalizations = Localized(language => Description(first, language)),
            Options = isFamily ? [.. group.Select(SubCommand)] : Options(first),
            DefaultMemberPermissions = isForModerators ? Permissions.ManageGuild : null,
            IntegrationTypes = isForModerators ? [IntegrationKind.GuildInstall] : [IntegrationKind.GuildInstall, IntegrationKind.UserInstall],
            Contexts = isForModerators ? [InteractionContext.Guild, InteractionContext.BotDm] : [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel],
        };
    }

    private static CommandOption SubCommand(CommandSpec spec) => new()
    {
        Type = OptionKind.SubCommand,
        Name = spec.Path.Split(' ')[1],
        NameLocalizations = DiscordNames.Of(spec.Path.Split(' ')[1]),
        Description = spec.Description.English,
        DescriptionLocalizations = Localized(spec.Description.In),
        Options = Options(spec),
    };

    private static List<CommandOption> Options(CommandSpec spec)
    {
        // What a moderator writes at length may be left out here: then it is asked for in a form.
        var options = spec.Options.Select(option => Option(option, isRequired: option.IsRequired && !IsAskedInForm(spec, option))).OrderByDescending(option => option.Required == true).ToList();
        if (spec is { Role: Role.Moderator, IsForEveryChannel: false }) options.Add(Target);
        return options;
    }

    public static bool IsAskedInForm(CommandSpec spec, Option option) => spec.Role > Role.Reader && option is TextOption { TakesRest: true, IsRequired: true };

    private static CommandOption Option(Option option, bool isRequired)
    {
        var choices = option is ChoiceOption choice ? choice.Choices.Select(value => new CommandChoice(value, value)).ToArray() : null;
        var number = option as NumberOption;
        return new()
        {
            Type = number is null ? OptionKind.Text : OptionKind.Integer,
            Name = option.Name,
            NameLocalizations = DiscordNames.Of(option.Name),
            Description = option.Description.English,
            DescriptionLocalizations = Localized(option.Description.In),
            Required = isRequired,
            Choices = choices,
            Autocomplete = choices is null && option.Suggestions is not Core.Commands.Suggestions.None ? true : null,
            MinValue = number?.Min,
            MaxValue = number?.Max,
            MaxLength = option is TextOption text ? Math.Min(6000, text.MaxLength) : null,
        };
    }

    private static readonly Phrase OtherChannel = new("Another channel of this server");

    private static CommandOption Target { get; } = new()
    {
        Type = OptionKind.Channel,
        Name = ChannelOption,
        NameLocalizations = DiscordNames.Of(ChannelOption),
        Description = OtherChannel.English,
        DescriptionLocalizations = Localized(OtherChannel.In),
        Required = false,
        ChannelTypes = Targets,
    };

    private static string Description(CommandSpec first, Language language) =>
        first.Path.Split(' ') is [var family, _] ? $"{family}: {first.Description.In(language)}" : first.Description.In(language);

    private static Dictionary<string, string> Localized(Func<Language, string> words) => DiscordLocales.All.ToDictionary(it => it.Locale, it => words(it.Language));
}
