using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Commands;
using NewsBot.Discord.Protocol;
using NewsBot.Tests;

namespace NewsBot.Discord.Tests.Units;

/// <summary>The real commands as Discord is told of them.</summary>
public sealed class DiscordMenuTests : IDisposable
{
    private readonly BotHome _home = new();
    private readonly Microsoft.Extensions.Hosting.IHost _parts;

    public DiscordMenuTests() => _parts = BotHost.BuildParts(_home.Folder);

    private IEnumerable<string> Words => Specs.SelectMany(spec => spec.Path.Split(' ').Concat(spec.Options.Select(option => option.Name))).Where(word => word != "manage").Distinct();

    private IReadOnlyList<CommandSpec> Specs => _parts.Services.GetRequiredService<ICommandBook>().Specs;

    public static TheoryData<string> Locales => [.. DiscordLocales.All.Select(it => it.Locale)];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_word_has_a_name_that_Discord_takes(string locale) => Assert.All(Words, word =>
    {
        var name = DiscordNames.Of(word)[locale];
        Assert.True(name.Length is > 0 and <= 32 && name.All(letter => char.IsLetter(letter) || letter == '-') && !name.Any(char.IsUpper), name);
    });

    [Fact]
    public void Every_word_has_been_translated() => Assert.All(Words, word => Assert.Equal("uk", Assert.Single(DiscordNames.Of(word), it => it.Key == "uk" && it.Value != word).Key));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Names_are_unique_beside_each_other(string locale)
    {
        var commands = DiscordMenu.Project(Specs);
        Assert.Equal(commands.Count, commands.Select(command => command.NameLocalizations![locale]).Distinct().Count());
        Assert.All(commands, command => Assert.Equal(command.Options?.Count ?? 0, (command.Options ?? []).Select(option => option.NameLocalizations![locale]).Distinct().Count()));
    }

    [Fact]
    public void Two_words_are_a_command_and_a_sub_command_and_options_keep_their_limits()
    {
        var commands = DiscordMenu.Project(Specs).ToDictionary(command => command.Name);
        Assert.Equal(["add", "edit", "remove", "test"], commands["topic"].Options!.Select(option => option.Name));
        var count = commands["latest"].Options!.Single(option => option.Name == "count");
        Assert.Equal((OptionKind.Integer, 1, 10), (count.Type, count.MinValue!.Value, count.MaxValue!.Value));
        Assert.True(commands["latest"].Options!.Single(option => option.Name == "topic").Autocomplete);
        Assert.Contains("language", commands["settings"].Options!.Single(option => option.Name == "name").Choices!.Select(choice => choice.Name));
        Assert.Equal(Permissions.ManageGuild, commands["subscribe"].DefaultMemberPermissions);
        Assert.Null(commands["latest"].DefaultMemberPermissions);
        Assert.DoesNotContain("manage", commands.Keys);
        Assert.Equal(OptionKind.Channel, commands["subscribe"].Options!.Single(option => option.Name == "channel").Type);
    }

    public void Dispose()
    {
        _parts.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _home.Dispose();
    }
}
