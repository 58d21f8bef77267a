namespace NewsBot.BotApi;

/// <summary>What a bot said to a press.</summary>
/// <param name="Text">The note over the chat; empty for none.</param>
/// <param name="IsAlert">Whether the note must be closed by hand.</param>
public sealed record PressAnswer(string Text, bool IsAlert, string? Url);

/// <summary>A button that a person has pressed; the button spins until the bot answers.</summary>
public sealed class ButtonPress
{
    private readonly Signal _answered = new();
    private volatile PressAnswer? _answer;

    internal ButtonPress(string id, Person from, BotAccount bot, string data, DateTimeOffset at) => (Id, From, Bot, Data, At) = (id, from, bot, data, at);

    public string Id { get; }

    public Person From { get; }

    public BotAccount Bot { get; }

    public string Data { get; }

    public DateTimeOffset At { get; }

    public bool IsAnswered => _answer is not null;

    /// <summary>Waits until the bot answers (answerCallbackQuery).</summary>
    /// <exception cref="TimeoutException">It has not within 30 seconds.</exception>
    public Task<PressAnswer> AnswerAsync(CancellationToken stop) => _answered.UntilAsync(() => _answer, () => $"The press of \"{Data}\" was not answered.", stop);

    internal void Answer(PressAnswer answer)
    {
        _answer = answer;
        _answered.Fire();
    }
}
