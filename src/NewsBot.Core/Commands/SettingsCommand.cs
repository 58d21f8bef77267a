using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>settings [name] [value]: how this channel wants to be spoken to.</summary>
internal sealed class SettingsCommand(ISubscriptions subscriptions) : ICommand
{
    private static readonly ChoiceOption Name = new("name", new("language, zone, style or images", "language, zone, style або images"), "language", "zone", "style", "images") { Suggestions = Suggestions.Choices };
    private static readonly TextOption Value = new("value", new("the new value", "нове значення"), 100);

    private static readonly Phrase Title = new("Settings of this channel", "Налаштування цього каналу");
    private static readonly Phrase LanguageName = new("Language of my words (language)", "Мова моїх слів (language)");
    private static readonly Phrase ZoneName = new("Time zone (zone)", "Часовий пояс (zone)");
    private static readonly Phrase StyleName = new("Posts (style)", "Вигляд дописів (style)");
    private static readonly Phrase ImagesName = new("Images (images)", "Зображення (images)");
    private static readonly Phrase Own = new("English", "Українська");
    private static readonly Phrase Full = new("full: with summary and image", "full: з викладом і зображенням");
    private static readonly Phrase Compact = new("compact: title and link", "compact: заголовок і посилання");
    private static readonly Phrase On = new("on", "увімкнено");
    private static readonly Phrase Off = new("off", "вимкнено");
    private static readonly Phrase WhichLanguage = new("The language is en or uk.", "Мова — en або uk.");
    private static readonly Phrase WhichZone = new("'{0}' is no time zone I know; write one such as Europe/Kyiv or UTC.", "«{0}» — невідомий часовий пояс; напишіть, наприклад, Europe/Kyiv або UTC.");
    private static readonly Phrase WhichStyle = new("The style is full or compact.", "Вигляд — full або compact.");
    private static readonly Phrase WhichImages = new("Images are on or off.", "Зображення — on або off.");

    public CommandSpec Spec { get; } = new("settings", Role.Moderator, new("Language, time zone and looks of this channel", "Мова, часовий пояс і вигляд цього каналу"), Name, Value);

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        if (!call.Has(Name) || !call.Has(Value)) return Show(call.Channel.Settings, replaces: false);
        var (changed, complaint) = Change(call, call.Ask(Name), call.Ask(Value));
        if (complaint is not null) return Reply.Private(complaint);
        await subscriptions.SaveAsync(call.Channel with { Settings = changed }, stop);
        return Show(changed, replaces: true);
    }

    private static (ChannelSettings Settings, string? Complaint) Change(Call call, string name, string value)
    {
        var settings = call.Channel.Settings;
        return (name, value.ToLowerInvariant()) switch
        {
            ("language", "en" or "english" or "англійська") => (settings with { Language = Language.English }, null),
            ("language", "uk" or "ukrainian" or "українська") => (settings with { Language = Language.Ukrainian }, null),
            ("language", _) => (settings, call.Say(WhichLanguage)),
            ("zone", _) when TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) => (settings with { Zone = zone.Id }, null),
            ("zone", _) => (settings, call.Say(WhichZone, value)),
            ("style", "full") => (settings with { Style = PostStyle.Full }, null),
            ("style", "compact") => (settings with { Style = PostStyle.Compact }, null),
            ("style", _) => (settings, call.Say(WhichStyle)),
            ("images", "on") => (settings with { ShowsImages = true }, null),
            ("images", "off") => (settings with { ShowsImages = false }, null),
            _ => (settings, call.Say(WhichImages)),
        };
    }

    private static Reply Show(ChannelSettings settings, bool replaces)
    {
        var language = settings.Language;
        var isFull = settings.Style is PostStyle.Full;
        var card = new Card
        {
            Title = Title.In(language),
            Fields =
            [
                new(LanguageName.In(language), Own.In(language)),
                new(ZoneName.In(language), settings.Zone),
                new(StyleName.In(language), (isFull ? Full : Compact).In(language)),
                new(ImagesName.In(language), (settings.ShowsImages ? On : Off).In(language)),
            ],
            Buttons =
            [
                language is Language.English ? Button.Type("Українською", "settings language uk") : Button.Type("In English", "settings language en"),
                Button.Type(isFull ? "compact" : "full", isFull ? "settings style compact" : "settings style full"),
                Button.Type($"{ImagesName.In(language)}: {(settings.ShowsImages ? Off : On).In(language)}", settings.ShowsImages ? "settings images off" : "settings images on"),
            ],
        };
        return new([card], IsPrivate: true, ReplacesCard: replaces);
    }
}
