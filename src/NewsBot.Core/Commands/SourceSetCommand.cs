using NewsBot.Core.Chat;
using NewsBot.Core.Sources;
using NewsBot.Core.Topics;

namespace NewsBot.Core.Commands;

/// <summary>source set source [name] [value]: how a source is read and how far it is trusted.</summary>
internal sealed class SourceSetCommand(IWebSources sources, NamedSource named, TopicBook topics) : ICommand
{
    private static readonly ChoiceOption Name = new("name", new("trust, text, images, topics, language or zone"), "trust", "text", "images", "topics", "language", "zone") { Suggestions = Suggestions.Choices };
    private static readonly TextOption Value = new("value", new("the new value"), 300) { TakesRest = true };

    private static readonly Phrase Trust = new("It may take posts down again (trust)");
    private static readonly Phrase Text = new("Text of articles (text)");
    private static readonly Phrase FullText = new("full: completed from the article's page");
    private static readonly Phrase FeedText = new("feed: as the source gives it");
    private static readonly Phrase Images = new("Images (images)");
    private static readonly Phrase Topics = new("Every article belongs to (topics)");
    private static readonly Phrase LanguageName = new("Language of articles that name none (language)");
    private static readonly Phrase Zone = new("Zone of dates that name none (zone)");
    private static readonly Phrase Guessed = new("guessed");
    private static readonly Phrase NoTopics = new("what their words say");
    private static readonly Phrase On = new("on");
    private static readonly Phrase Off = new("off");

    private static readonly Phrase WhichSwitch = new("'{0}' is on or off.");
    private static readonly Phrase WhichText = new("The text is full or feed.");
    private static readonly Phrase WhichLanguage = new("Write the two letters of a language, such as uk, or none to have it guessed.");
    private static readonly Phrase WhichZone = new("'{0}' is no time zone I know; write one such as Europe/Kyiv or UTC.");
    private static readonly Phrase WhichTopics = new("There is no topic '{0}'; write topics with commas between them, or none.");

    public CommandSpec Spec { get; } = new("source set", Role.Moderator, new("How a source is read and trusted"), NamedSource.Key, Name, Value) { IsForEveryChannel = true };

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var (source, complaint) = await named.FindAsync(call, "source set", stop);
        if (source is null) return complaint!;
        // A name that is none was taken for a value.
        if (!call.Has(Name) && call.Has(Value)) return Reply.Private(Name.Complaint(CommandLine.NextWord(call.Ask(Value)).Word, call.Language)!);
        if (!call.Has(Name) || !call.Has(Value)) return Show(call, source, replaces: false);
        var (settings, wrong) = call.Ask(Name) == "topics"
            ? await WithTopicsAsync(call, source.Settings, stop)
            : Change(call, source.Settings);
        if (wrong is not null) return Reply.Private(wrong);
        var changed = source with { Settings = settings };
        await sources.SaveAsync(changed, stop);
        return Show(call, changed, replaces: true);
    }

    private static (WebSourceSettings Settings, string? Complaint) Change(Call call, WebSourceSettings settings)
    {
        var (name, value) = (call.Ask(Name), call.Ask(Value).Trim());
        return (name, value.ToLowerInvariant()) switch
        {
            ("trust", "on" or "off") => (settings with { IsTrusted = IsOn(value) }, null),
            ("images", "on" or "off") => (settings with { ShowsImages = IsOn(value) }, null),
            ("trust" or "images", _) => (settings, call.Say(WhichSwitch, name)),
            ("text", "full") => (settings with { CompletesText = true }, null),
            ("text", "feed") => (settings with { CompletesText = false }, null),
            ("text", _) => (settings, call.Say(WhichText)),
            ("language", "none") => (settings with { Language = null }, null),
            ("language", [>= 'a' and <= 'z', >= 'a' and <= 'z'] code) => (settings with { Language = code }, null),
            ("language", _) => (settings, call.Say(WhichLanguage)),
            _ when TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) => (settings with { Zone = zone.Id }, null),
            _ => (settings, call.Say(WhichZone, value)),
        };
    }

    private async Task<(WebSourceSettings Settings, string? Complaint)> WithTopicsAsync(Call call, WebSourceSettings settings, CancellationToken stop)
    {
        var keys = call.Ask(Value).ToLowerInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
        if (keys is ["none"]) return (settings with { Topics = null }, null);
        foreach (var key in keys)
            if (await topics.FindAsync(key, stop) is null) return (settings, call.Say(WhichTopics, key));
        return (settings with { Topics = keys }, null);
    }

    private static bool IsOn(string value) => value.Equals("on", StringComparison.OrdinalIgnoreCase);

    private static Reply Show(Call call, WebSource source, bool replaces)
    {
        var settings = source.Settings;
        var card = new Card
        {
            Title = source.Title.Length > 0 ? source.Title : source.Key,
            Fields =
            [
                new(call.Say(Trust), call.Say(settings.IsTrusted ? On : Off)),
                new(call.Say(Text), call.Say(settings.CompletesText ? FullText : FeedText)),
                new(call.Say(Images), call.Say(settings.ShowsImages ? On : Off)),
                new(call.Say(Topics), settings.Topics is { Count: > 0 } keys ? string.Join(", ", keys) : call.Say(NoTopics)),
                new(call.Say(LanguageName), settings.Language ?? call.Say(Guessed)),
                new(call.Say(Zone), settings.Zone),
            ],
            Footer = source.Place,
            Buttons =
            [
                Button.Type(settings.CompletesText ? "text: feed" : "text: full", $"source set {source.Key} text {(settings.CompletesText ? "feed" : "full")}"),
                Button.Type(settings.ShowsImages ? "images: off" : "images: on", $"source set {source.Key} images {(settings.ShowsImages ? "off" : "on")}"),
                Button.Type(settings.IsTrusted ? "trust: off" : "trust: on", $"source set {source.Key} trust {(settings.IsTrusted ? "off" : "on")}"),
            ],
        };
        return new([card], IsPrivate: true, ReplacesCard: replaces);
    }
}
