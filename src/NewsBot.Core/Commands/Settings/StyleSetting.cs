using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings style: how much of an article a post shows.</summary>
internal sealed class StyleSetting : ISetting
{
    private static readonly Phrase Title = new("Posts (style)");
    private static readonly Phrase Full = new("full: with summary and image");
    private static readonly Phrase Compact = new("compact: title and link");

    public string Name => "style";

    public Phrase Wanted { get; } = new("The style is full or compact.");

    public IReadOnlyList<string> Values { get; } = ["full", "compact"];

    public ChannelSettings? Change(Call call, string value) => value.ToLowerInvariant() switch
    {
        "full" => call.Channel.Settings with { Style = PostStyle.Full },
        "compact" => call.Channel.Settings with { Style = PostStyle.Compact },
        _ => null,
    };

    public Field Field(ChannelSettings settings) => new(Title.In(settings.Language), (settings.Style is PostStyle.Full ? Full : Compact).In(settings.Language));

    public Button Button(ChannelSettings settings) => settings.Style is PostStyle.Full
        ? Chat.Button.Type("compact", "settings style compact")
        : Chat.Button.Type("full", "settings style full");
}
