using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;
using NewsBot.Discord;
using NewsBot.Local;
using NewsBot.Sources.Push;
using NewsBot.Storage;
using NewsBot.Telegram;

namespace NewsBot.Verbs;

/// <summary>check: every setting, and what would start; nothing is opened and nobody is called.</summary>
internal static class CheckVerb
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("check", "Check every setting and say what would start.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var app = BotHost.BuildWithPage(Home.Find());
        app.Services.GetService<IStartupValidator>()?.Validate();
        var unknown = UnknownSettings.Of(app.Configuration).ToArray();
        foreach (var name in unknown) await Console.Error.WriteLineAsync($"{name}: there is no such setting; see appsettings.json for those there are.");
        foreach (var line in Lines(app.Services)) Console.WriteLine(line);
        return unknown.Length == 0 ? CommandLineInterface.Fine : CommandLineInterface.Failed;
    }

    private static IEnumerable<string> Lines(IServiceProvider services)
    {
        var local = services.GetRequiredService<IOptions<LocalOptions>>().Value;
        yield return local.Enabled ? $"Page:     {local.Address}" : "Page:     switched off";
        yield return $"Storage:  {services.GetRequiredService<IDatabase>().Title}";
        foreach (var source in services.GetServices<IArticleSource>()) yield return $"Source:   {source.Key} ({source.Title}), looked at every {source.Every}";
        var push = services.GetRequiredService<IOptions<PushOptions>>().Value;
        yield return push.PublicUrl.Length > 0 ? $"Hubs:     push to {push.PublicUrl.TrimEnd('/')}{PushDoor.Path}" : "Hubs:     no public address, so feeds are polled only";
        yield return $"Topics:   {string.Join(", ", services.GetRequiredService<IOptions<TopicsOptions>>().Value.Keys.Order(StringComparer.Ordinal))}";
        var links = services.GetRequiredService<SupportLinks>().Links;
        yield return links.Count > 0 ? $"Support:  {string.Join(", ", links.Select(link => link.Address))}" : "Support:  no links";
        yield return $"Telegram: {services.DescribeTelegram()}";
        foreach (var line in services.DescribeDiscord()) yield return $"Discord:  {line}";
        yield return "All settings are fine.";
    }
}
