using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings stories: whether a story that several sources tell is posted once or each time.</summary>
internal sealed class StoriesSetting : ISetting
{
    private static readonly Phrase Title = new("A story that several sources tell (stories)");
    private static readonly Phrase All = new("all: each report is posted");

    public string Name => "stories";

    public Phrase Wanted { get; } = new(
        "Stories are once or all: settings stories once posts the first report and names the others under it, settings stories all posts each.");

    public IReadOnlyList<string> Values { get; } = ["once", "all"];

    public ChannelSettings? Change(Call call, string value) => value.ToLowerInvariant() switch
    {
        "once" => call.Channel.Settings with { TakesEveryReport = false },
        "all" => call.Channel.Settings with { TakesEveryReport = true },
        _ => null,
    };

    public Field? Field(ChannelSettings settings) => settings.TakesEveryReport ? new(Title.In(settings.Language), All.In(settings.Language)) : null;
}
