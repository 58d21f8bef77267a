using System.Reflection;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>about: what this is, and what it knows of people.</summary>
public sealed class AboutCommand : ICommand
{
    private static readonly Phrase Text = new(
        "I post new articles to the channels that follow their topics, and answer latest, search and support. I keep which channel follows what; I do not keep what people write or who they are.");

    public CommandSpec Spec { get; } = new("about", Role.Reader, new("What this bot is"));

    /// <summary>Such as "0.1.0".</summary>
    public static string Version { get; } =
        typeof(AboutCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public Task<Reply> RunAsync(Call call, CancellationToken stop) => Task.FromResult(Reply.Of(new Card
    {
        Title = "NewsBot",
        Body = call.Say(Text),
        // The ids are what the settings ask for (who runs the bot, which groups are the newsroom's).
        Footer = string.Join(" · ", new[] { $"NewsBot {Version}", call.Caller.Channel.ToString(), call.Caller.Person }.Where(part => part.Length > 0)),
        Buttons = [Button.Type("help", "help"), Button.Type("latest", "latest"), Button.Type("topics", "topics")],
    }));
}
