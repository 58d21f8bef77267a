using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings language: in which the bot speaks here.</summary>
internal sealed class LanguageSetting : ISetting
{
    private static readonly Phrase Another = new("Change language");
    private static readonly Phrase Title = new("Language of my words (language)");

    public string Name => "language";

    public Phrase Wanted { get; } = new("The language is en, uk, de, fr, es or pl.");

    public IReadOnlyList<string> Values { get; } = [.. Languages.All.Select(Languages.Code)];

    public ChannelSettings? Change(Call call, string value) => Languages.OfName(value) is { } language ? call.Channel.Settings with { Language = language } : null;

    public Field Field(ChannelSettings settings) => new(Title.In(settings.Language), settings.Language.OwnName());

    public Button Button(ChannelSettings settings) => Chat.Button.Type(Another.In(settings.Language), "settings language");

    public IReadOnlyList<Button> Choices { get; } = [.. Languages.All.Select(language => Chat.Button.Type(language.OwnName(), $"settings language {language.Code()}"))];
}
