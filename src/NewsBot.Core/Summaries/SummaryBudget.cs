namespace NewsBot.Core.Summaries;

/// <summary>How much a summary may say.</summary>
/// <param name="Sentences">The most sentences; at least 1, and no more than <see cref="MostSentences"/> are ever chosen.</param>
/// <param name="Room">The most UTF-16 units, with one between sentences.</param>
public readonly record struct SummaryBudget(int Sentences, int Room = SummaryBudget.AnyRoom)
{
    public const int AnyRoom = int.MaxValue;

    public const int MostSentences = 100;

    /// <summary>UTF-16 units; news sentences have 100 to 150 with their space.</summary>
    private const int UsualSentence = 120;

    /// <summary>How many sentences will share the room: the fewer, the more each has to say.</summary>
    internal double Expected => Math.Clamp(Math.Min(Sentences, (double)Room / UsualSentence), 1, MostSentences);
}
