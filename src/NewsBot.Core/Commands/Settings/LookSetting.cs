using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings look: of what posts are built on Discord.</summary>
internal sealed class LookSetting : ISetting
{
    private static readonly Phrase Title = new("Build of posts on Discord (look)");

    public string Name => "look";

    public Phrase Wanted { get; } = new("Look is embed or components.");

    public IReadOnlyList<string> Values { get; } = ["embed", "components"];

    public ChannelSettings? Change(Call call, string value) => value.ToLowerInvariant() switch
    {
        "embed" => call.Channel.Settings with { UsesComponents = false },
        "components" => call.Channel.Settings with { UsesComponents = true },
        _ => null,
    };

    public Field? Field(ChannelSettings settings) => settings.UsesComponents ? new(Title.In(settings.Language), "components") : null;
}
