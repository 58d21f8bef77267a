using NewsBot.Core.Sources;

namespace NewsBot.Sources.Opml;

/// <summary>What an import would do, before it does it.</summary>
/// <param name="Add">Feeds that are not followed yet, with their keys and topics.</param>
/// <param name="Known">Feeds that are followed already; they only join the topics of their folders.</param>
/// <param name="Topics">One for each folder.</param>
/// <param name="Problems">What is not taken, each with the reason.</param>
/// <param name="Mark">The same for the same plan, so that what is done can be held against what was shown.</param>
public sealed record OpmlPlan(
    IReadOnlyList<WebSource> Add,
    IReadOnlyList<WebSource> Known,
    IReadOnlyList<OpmlTopic> Topics,
    IReadOnlyList<OpmlProblem> Problems,
    string Mark)
{
    public bool IsEmpty => Add.Count == 0 && Topics.All(topic => topic.Gains.Count == 0);
}

/// <param name="IsNew">False when there is a topic of that key already.</param>
/// <param name="Gains">Keys of the sources that come to it.</param>
public sealed record OpmlTopic(string Key, string Title, bool IsNew, IReadOnlyList<string> Gains);
