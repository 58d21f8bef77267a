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

    private IReadOnlyList<CommandSpec> Specs => _parts.Services.GetRequiredService<ICommandBook>().Specs;

    [Fact]
    public void Every_word_has_a_name_in_Ukrainian_that_Discord_takes()
    {
        var words = Specs.SelectMany(spec => spec.Path.Split(' ').Concat(spec.Options.Select(option => option.Name))).Where(word => word != "manage").Distinct();
        Assert.All(words, word =>
        {
            var name = Assert.Contains("uk", DiscordNames.Of(word) ?? new Dictionary<string, string>());
            Assert.True(name.Length is > 0 and <= 32 && name.All(letter => char.IsLetter(letter) || letter == '-') && !name.Any(char.IsUpper), name);
        });
    }

    [Fact]
    public void Names_are_unique_in_each_language_beside_each_other() => Assert.All(new[] { DiscordMenu.Project(Specs) }, commands =>
        Assert.Equal(commands.Count, commands.Select(command => command.NameLocalizations!["uk"]).Distinct().Count()));

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
