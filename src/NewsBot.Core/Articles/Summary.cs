using NewsBot.Core.Summaries;

namespace NewsBot.Core.Articles;

/// <summary>What a post says of an article under its title: the publisher's deck when it is good, then whole sentences that add most to it.</summary>
public static class Summary
{
    /// <summary>Characters (UTF-16 units); what one reads at a glance on a phone.</summary>
    public const int Room = 320;

    /// <summary>Beside the deck; more of them would be many short ones, and read like notes.</summary>
    public const int MostSentences = 3;

    /// <summary>UTF-16 units; where no sentence fits the room, one of this length is better than nothing, and every platform can show it.</summary>
    private const int LongestAlone = 1000;

    public static string Of(ArticleContent content)
    {
        var deck = Deck.Good(content, Room);
        var sentences = KeySentences.Under(content, deck, new(MostSentences, Room - (deck?.Length + 1 ?? 0)));
        if (deck is null && sentences.Count == 0) sentences = KeySentences.Under(content, null, new(1, LongestAlone));
        var body = string.Join(' ', sentences);
        return deck is null || body.Length == 0 ? deck ?? body : $"{deck}{Joint(deck)}{body}";
    }

    // A deck is often a second headline without a full stop: then it stands in a line of its own.
    private static char Joint(string deck) => SentenceEnd.IsMark(deck[^1]) || SentenceEnd.IsCloser(deck[^1]) ? ' ' : '\n';
}
