using NewsBot.Core.Chat;
using NewsBot.Core.Schedules;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>settings digest: articles are gathered into one post at set times instead of being posted one by one.</summary>
internal sealed class DigestSetting(TimeProvider clock) : ISetting
{
    private static readonly Phrase Title = new("One post for many articles (digest)");

    public string Name => "digest";

    public Phrase Wanted { get; } = new(
        "A digest has days and a time, such as settings digest daily 08:00, digest mon,wed,fri 18:30 or digest weekly sun 9:00; settings digest off ends it.");

    public IReadOnlyList<string> Values { get; } = ["daily 08:00", "mon,wed,fri 18:30", "workdays 08:00", "weekly sun 09:00", "off"];

    public ChannelSettings? Change(Call call, string value)
    {
        var settings = call.Channel.Settings;
        if (OnOff.IsOff(value)) return settings with { Digest = null, WaitedUntil = settings.Digest is null ? settings.WaitedUntil : clock.GetUtcNow() };
        return DigestText.Read(value) is { } plan ? settings with { Digest = plan } : null;
    }

    public Field? Field(ChannelSettings settings) => settings.Digest is { } plan ? new(Title.In(settings.Language), DigestText.Say(plan, settings.Language)) : null;

    public Button Button(ChannelSettings settings) => settings.Digest is null
        ? Chat.Button.Type($"digest: {DigestText.Say(new(WeekDays.All, new(8, 0)), settings.Language)}", "settings digest daily 08:00")
        : Chat.Button.Type($"digest: {OnOff.Say(false, settings.Language)}", "settings digest off");
}
