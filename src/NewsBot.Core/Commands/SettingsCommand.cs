using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>settings [name] [value]: how this channel wants to be spoken to.</summary>
internal sealed class SettingsCommand(ISubscriptions subscriptions) : ICommand
{
    private const int MostPaid = 10_000;

    private static readonly ChoiceOption Name = new("name", new("such as language, zone, style, images or silent", "наприклад language, zone, style, images або silent"), "language", "zone", "style", "images", "silent", "paid", "look", "publish", "moderators", "ping", "support") { Suggestions = Suggestions.Choices };
    private static readonly TextOption Value = new("value", new("the new value", "нове значення"), 100);

    private static readonly Phrase Title = new("Settings of this channel", "Налаштування цього каналу");
    private static readonly Phrase LanguageName = new("Language of my words (language)", "Мова моїх слів (language)");
    private static readonly Phrase ZoneName = new("Time zone (zone)", "Часовий пояс (zone)");
    private static readonly Phrase StyleName = new("Posts (style)", "Вигляд дописів (style)");
    private static readonly Phrase ImagesName = new("Images (images)", "Зображення (images)");
    private static readonly Phrase SilentName = new("Without a sound (silent)", "Без звуку (silent)");
    private static readonly Phrase PaidName = new("Paid posts a day (paid)", "Платних дописів на день (paid)");
    private static readonly Phrase LookName = new("Build of posts on Discord (look)", "Будова дописів у Discord (look)");
    private static readonly Phrase PublishName = new("Announcements go on to followers (publish)", "Оголошення йдуть далі підписникам (publish)");
    private static readonly Phrase ModeratorsName = new("Moderators' role on Discord (moderators)", "Роль модераторів у Discord (moderators)");
    private static readonly Phrase PingName = new("Role that posts ping on Discord (ping)", "Роль, яку сповіщають дописи в Discord (ping)");
    private static readonly Phrase SupportName = new("A support button under a post now and then (support)", "Кнопка підтримки під дописом час від часу (support)");
    private static readonly Phrase Own = new("English", "Українська");
    private static readonly Phrase Full = new("full: with summary and image", "full: з викладом і зображенням");
    private static readonly Phrase Compact = new("compact: title and link", "compact: заголовок і посилання");
    private static readonly Phrase On = new("on", "увімкнено");
    private static readonly Phrase Off = new("off", "вимкнено");
    private static readonly Phrase WhichLanguage = new("The language is en or uk.", "Мова — en або uk.");
    private static readonly Phrase WhichZone = new("'{0}' is no time zone I know; write one such as Europe/Kyiv or UTC.", "«{0}» — невідомий часовий пояс; напишіть, наприклад, Europe/Kyiv або UTC.");
    private static readonly Phrase WhichStyle = new("The style is full or compact.", "Вигляд — full або compact.");
    private static readonly Phrase WhichImages = new("Images are on or off.", "Зображення — on або off.");
    private static readonly Phrase WhichSilent = new("Silent is on or off.", "Silent — on або off.");
    private static readonly Phrase WhichLook = new("Look is embed or components.", "Look — embed або components.");
    private static readonly Phrase WhichPublish = new("Publish is on or off.", "Publish — on або off.");
    private static readonly Phrase WhichSupport = new("Support is on or off.", "Support — on або off.");
    private static readonly Phrase WhichRole = new("Name a role by mentioning it or by its id, or write none.", "Назвіть роль згадкою або її номером, або напишіть none.");
    private static readonly Phrase WhichPaid = new(
        "Paid is the most posts a day that may cost Telegram Stars to go out faster, 0 to 10000; 0 pays for none.",
        "Paid — скільки дописів на день можуть коштувати Telegram Stars, щоб вийти швидше, від 0 до 10000; 0 — жодного.");

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
            ("images", _) => (settings, call.Say(WhichImages)),
            ("silent", "on") => (settings with { IsSilent = true }, null),
            ("silent", "off") => (settings with { IsSilent = false }, null),
            ("silent", _) => (settings, call.Say(WhichSilent)),
            ("look", "embed") => (settings with { UsesComponents = false }, null),
            ("look", "components") => (settings with { UsesComponents = true }, null),
            ("look", _) => (settings, call.Say(WhichLook)),
            ("publish", "on") => (settings with { Publishes = true }, null),
            ("publish", "off") => (settings with { Publishes = false }, null),
            ("publish", _) => (settings, call.Say(WhichPublish)),
            ("support", "on") => (settings with { ShowsSupport = true }, null),
            ("support", "off") => (settings with { ShowsSupport = false }, null),
            ("support", _) => (settings, call.Say(WhichSupport)),
            ("moderators", "none") => (settings with { ModeratorRole = null }, null),
            ("moderators", var role) when RoleId(role) is { } id => (settings with { ModeratorRole = id }, null),
            ("ping", "none") => (settings with { Pings = null }, null),
            ("ping", var role) when RoleId(role) is { } id => (settings with { Pings = id }, null),
            ("moderators" or "ping", _) => (settings, call.Say(WhichRole)),
            ("paid", var most) when int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPaid => (settings with { PaidPerDay = count }, null),
            _ => (settings, call.Say(WhichPaid)),
        };
    }

    // Settings that matter on one platform only are shown once they were set.
    private static IEnumerable<Field> Special(ChannelSettings settings)
    {
        var language = settings.Language;
        if (settings.PaidPerDay > 0) yield return new(PaidName.In(language), settings.PaidPerDay.ToString(Culture.Of(language)));
        if (settings.UsesComponents) yield return new(LookName.In(language), "components");
        if (!settings.Publishes) yield return new(PublishName.In(language), Off.In(language));
        if (!settings.ShowsSupport) yield return new(SupportName.In(language), Off.In(language));
        if (settings.ModeratorRole is { } moderators) yield return new(ModeratorsName.In(language), moderators);
        if (settings.Pings is { } pings) yield return new(PingName.In(language), pings);
    }

    // A mention of a role is typed as <@&id>.
    private static string? RoleId(string text) =>
        text.TrimStart('<', '@', '&').TrimEnd('>') is { Length: > 0 and <= 20 } id && id.All(char.IsAsciiDigit) ? id : null;

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
                new(SilentName.In(language), (settings.IsSilent ? On : Off).In(language)),
                .. Special(settings),
            ],
            Buttons =
            [
                language is Language.English ? Button.Type("Українською", "settings language uk") : Button.Type("In English", "settings language en"),
                Button.Type(isFull ? "compact" : "full", isFull ? "settings style compact" : "settings style full"),
                Button.Type($"{ImagesName.In(language)}: {(settings.ShowsImages ? Off : On).In(language)}", settings.ShowsImages ? "settings images off" : "settings images on"),
                Button.Type($"{SilentName.In(language)}: {(settings.IsSilent ? Off : On).In(language)}", settings.IsSilent ? "settings silent off" : "settings silent on"),
            ],
        };
        return new([card], IsPrivate: true, ReplacesCard: replaces);
    }
}
