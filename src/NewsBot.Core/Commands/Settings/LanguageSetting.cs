using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings language: in which the bot speaks here.</summary>
internal sealed class LanguageSetting : ISetting
{
    private static readonly Phrase Title = new("Language of my words (language)", "Мова моїх слів (language)");
    private static readonly Phrase Own = new("English", "Українська");

    public string Name => "language";

    public Phrase Wanted { get; } = new("The language is en or uk.", "Мова — en або uk.");

    public IReadOnlyList<string> Values { get; } = ["en", "uk"];

    public ChannelSettings? Change(Call call, string value) => value.ToLowerInvariant() switch
    {
        "en" or "english" or "англійська" => call.Channel.Settings with { Language = Language.English },
        "uk" or "ukrainian" or "українська" => call.Channel.Settings with { Language = Language.Ukrainian },
        _ => null,
    };

    public Field Field(ChannelSettings settings) => new(Title.In(settings.Language), Own.In(settings.Language));

    public Button Button(ChannelSettings settings) => settings.Language is Language.English
        ? Chat.Button.Type("Українською", "settings language uk")
        : Chat.Button.Type("In English", "settings language en");
}
