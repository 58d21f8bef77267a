using System.CommandLine;
using NewsBot.Core.Commands;

namespace NewsBot.Verbs;

internal static class VersionVerb
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(_ => Console.Out.WriteLine($"NewsBot {AboutCommand.Version}"));
        return command;
    }
}
