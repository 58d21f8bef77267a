using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

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
        Assert.Empty(UnknownSettings.Of(parts.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()));
    }
}
