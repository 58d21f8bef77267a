namespace NewsBot.BotApi;

/// <summary>What a bot found for an inline question.</summary>
/// <param name="NextOffset">What to ask with for more; empty when there is no more.</param>
public sealed record InlineAnswer(IReadOnlyList<InlineResult> Results, string NextOffset, TimeSpan CacheTime, bool IsPersonal);

/// <summary>Words that a person has typed behind the bot's name, in whatever chat.</summary>
public sealed class InlineQuestion
{
    private readonly Signal _answered = new();
    private volatile InlineAnswer? _answer;

    internal InlineQuestion(string id, Person from, BotAccount bot, string words, string offset, DateTimeOffset at) =>
        (Id, From, Bot, Words, Offset, At) = (id, from, bot, words, offset, at);

    public string Id { get; }

    public Person From { get; }

    public BotAccount Bot { get; }

    public string Words { get; }

    public string Offset { get; }

    public DateTimeOffset At { get; }

    public bool IsAnswered => _answer is not null;

    /// <summary>Waits until the bot answers (answerInlineQuery).</summary>
    /// <exception cref="TimeoutException">It has not within 30 seconds.</exception>
    public Task<InlineAnswer> AnswerAsync(CancellationToken stop) => _answered.UntilAsync(() => _answer, () => $"The question \"{Words}\" was not answered.", stop);

    internal void Answer(InlineAnswer answer)
    {
        _answer = answer;
        _answered.Fire();
    }
}
