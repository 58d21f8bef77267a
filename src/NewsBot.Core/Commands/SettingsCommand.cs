using NewsBot.Core.Chat;
using NewsBot.Core.Commands.Settings;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>settings [name] [value]: how this channel wants to be spoken to. Each setting is an <see cref="ISetting"/> of its own.</summary>
internal sealed class SettingsCommand : ICommand
{
    private static readonly TextOption Value = new("value", new("the new value"), 100) { TakesRest = true, Suggestions = Suggestions.Settings };

    private static readonly Phrase Title = new("Settings of this channel");

    private readonly ISetting[] _settings;
    private readonly ISubscriptions _subscriptions;
    private readonly DeliveryBell _bell;
    private readonly ChoiceOption _name;

    public SettingsCommand(IEnumerable<ISetting> settings, ISubscriptions subscriptions, DeliveryBell bell)
    {
        (_settings, _subscriptions, _bell) = ([.. settings], subscriptions, bell);
        _name = new("name", new("such as language, zone, quiet, digest or images"), [.. _settings.Select(setting => setting.Name)]) { Suggestions = Suggestions.Choices };
        Spec = new("settings", Role.Moderator, new("Language, times and looks of this channel"), _name, Value);
    }

    public CommandSpec Spec { get; }

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        // What stands where a name belongs and is none was taken for a value.
        if (!call.Has(_name) && call.Has(Value)) return Reply.Private(_name.Complaint(CommandLine.NextWord(call.Ask(Value)).Word, call.Language)!);
        var setting = call.Has(_name) ? _settings.Single(setting => setting.Name == call.Ask(_name)) : null;
        if (setting is { Choices: { Count: > 0 } choices } && !call.Has(Value)) return new([new() { Title = setting.Field(call.Channel.Settings)?.Name ?? setting.Name, Buttons = choices }], IsPrivate: true, ReplacesCard: true);
        if (setting is null || !call.Has(Value)) return Show(call.Channel.Settings, replaces: false);
        var value = call.Ask(Value).Trim();
        if (await setting.ChangeAsync(call, value, stop) is not { } changed) return Reply.Private(call.Say(setting.Wanted, CardFitter.Cut(value, 40)));
        await _subscriptions.SaveAsync(call.Channel with { Settings = changed }, stop);
        // What waits may be due now.
        _bell.Ring();
        return Show(changed, replaces: true);
    }

    private Reply Show(ChannelSettings settings, bool replaces)
    {
        var card = new Card
        {
            Title = Title.In(settings.Language),
            Fields = _settings.Select(setting => setting.Field(settings)).OfType<Field>().ToArray(),
            Buttons = _settings.Select(setting => setting.Button(settings)).OfType<Button>().ToArray(),
        };
        return new([card], IsPrivate: true, ReplacesCard: replaces);
    }
}
