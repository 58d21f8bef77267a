using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Stories;

public sealed class CommandTableTests
{
    [Fact]
    public void The_README_lists_exactly_the_commands_there_are()
    {
        using var home = new BotHome();
        using var parts = BotHost.BuildParts(home.Folder);
        var expected = parts.Services.GetRequiredService<ICommandBook>().Specs.Select(spec => $"| `{spec.Usage}` | {spec.Role} | {spec.Description.In(Language.English)} |");
        var table = File.ReadAllLines(Path.Combine(Repository.Folder, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 4);
        Assert.Equal(expected, table);
    }

    [Fact]
    public void Every_setting_of_appsettings_is_known_to_check()
    {
        using var home = new BotHome();
        using var parts = BotHost.BuildParts(home.Folder);
        Assert.Empty(UnknownSettings.Of(parts.Services.GetRequiredService<IConfiguration>()));
    }

    [Theory]
    [InlineData("Delivery", typeof(FloodOptions))]
    [InlineData("Delivery", typeof(CorrectionOptions))]
    [InlineData("Support", typeof(SupportOptions))]
    [InlineData("Local", typeof(NewsBot.Local.LocalOptions))]
    [InlineData("Telegram", typeof(NewsBot.Telegram.TelegramOptions))]
    [InlineData("Discord", typeof(NewsBot.Discord.DiscordOptions))]
    [InlineData("Storage", typeof(NewsBot.Storage.StorageOptions))]
    public void Every_setting_that_is_read_stands_in_appsettings(string section, Type options)
    {
        using var home = new BotHome();
        using var parts = BotHost.BuildParts(home.Folder);
        var known = parts.Services.GetRequiredService<IConfiguration>().GetSection(section).GetChildren().Select(setting => setting.Key).ToHashSet();
        // A list without an entry is no key of the configuration.
        var shipped = File.ReadAllText(Path.Combine(Repository.Folder, "appsettings.json"));
        Assert.All(options.GetProperties().Where(property => property.CanWrite), property =>
            Assert.True(known.Contains(property.Name) || shipped.Contains($"\"{property.Name}\": []", StringComparison.Ordinal), $"{section}:{property.Name} is not in appsettings.json."));
    }
}
