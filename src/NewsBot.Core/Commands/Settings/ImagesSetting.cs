using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings images: whether posts show pictures.</summary>
internal sealed class ImagesSetting : ISetting
{
    private static readonly Phrase Title = new("Images (images)");

    public string Name => "images";

    public Phrase Wanted { get; } = new("Images are on or off.");

    public IReadOnlyList<string> Values => OnOff.Values;

    public ChannelSettings? Change(Call call, string value) =>
        OnOff.Read(value) is { } isOn ? call.Channel.Settings with { ShowsImages = isOn } : null;

    public Field Field(ChannelSettings settings) => OnOff.Field(Title, settings.ShowsImages, settings);

    public Button Button(ChannelSettings settings) => OnOff.Turn(Title, Name, settings.ShowsImages, settings);
}
