using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands.Settings;

/// <summary>One setting of a channel, whole: what is typed, what is shown. They are listed in the order in which they are added to the services.</summary>
public interface ISetting
{
    /// <summary>One lower-case word.</summary>
    string Name { get; }

    /// <summary>One sentence that says what to write, when a value cannot be read; {0} is what was typed.</summary>
    Phrase Wanted { get; }

    /// <summary>Values worth offering while someone types.</summary>
    IReadOnlyList<string> Values { get; }

    /// <summary>The settings with the value in them, or null when it cannot be read.</summary>
    ChannelSettings? Change(Call call, string value);

    /// <summary>The same, for a setting that has to ask somebody.</summary>
    Task<ChannelSettings?> ChangeAsync(Call call, string value, CancellationToken stop) => Task.FromResult(Change(call, value));

    /// <summary>What is shown of it; null when it does not matter here.</summary>
    Field? Field(ChannelSettings settings);

    Button? Button(ChannelSettings settings) => null;

    /// <summary>What can be pressed when it is named without a value; nothing when that shows all settings.</summary>
    IReadOnlyList<Button> Choices => [];
}
