using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>One use of a command: who called it, in which channel, with which values.</summary>
public sealed class Call(Caller caller, Channel channel, IReadOnlyDictionary<Option, string> values)
{
    public Caller Caller => caller;

    /// <summary>The channel it was called in, with its settings.</summary>
    public Channel Channel => channel;

    public Language Language => channel.Settings.Language;

    public bool Has(Option option) => values.ContainsKey(option);

    /// <summary>The value of a required option.</summary>
    public T Ask<T>(Option<T> option) => option.Value(values[option]);

    public T Ask<T>(Option<T> option, T otherwise) => values.TryGetValue(option, out var raw) ? option.Value(raw) : otherwise;

    public string Say(Phrase phrase) => phrase.In(Language);

    public string Say(Phrase phrase, params ReadOnlySpan<object?> values) => phrase.In(Language, values);
}
