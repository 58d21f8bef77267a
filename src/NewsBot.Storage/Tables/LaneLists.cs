using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Storage.Tables;

/// <summary>
/// Which lanes a batch owes something, as the statements take them. Most articles of a batch go to the same thousands of channels, whose names are written
/// once: that takes a good part of the time of owing to them.
/// </summary>
internal sealed class LaneLists
{
    private readonly SortedDictionary<DebtClass, List<IReadOnlyList<ChannelRef>>> owed = [];
    private (IReadOnlyList<ChannelRef> Channels, string Text) last = ([], "[]");

    /// <summary>The most urgent first.</summary>
    public IEnumerable<(DebtClass Place, string Text)> Owed => owed.Select(pair => (pair.Key, TextOf(pair.Value)));

    public void Add(DebtClass place, IReadOnlyList<ChannelRef> channels)
    {
        if (channels.Count == 0) return;
        if (!owed.TryGetValue(place, out var lists)) owed[place] = lists = [];
        Add(lists, channels);
    }

    public string TextOf(IReadOnlyList<ChannelRef> channels)
    {
        if (!IsSame(last.Channels, channels)) last = (channels, DebtTable.ListOf(channels));
        return last.Text;
    }

    /// <summary>All of them together; null when there is none.</summary>
    public string? TextOfAll(IEnumerable<IReadOnlyList<ChannelRef>> all)
    {
        var lists = new List<IReadOnlyList<ChannelRef>>();
        foreach (var channels in all.Where(channels => channels.Count > 0)) Add(lists, channels);
        return lists.Count == 0 ? null : TextOf(lists);
    }

    private string TextOf(List<IReadOnlyList<ChannelRef>> lists) => TextOf(lists is [var only] ? only : [.. lists.SelectMany(channels => channels).Distinct()]);

    private static void Add(List<IReadOnlyList<ChannelRef>> lists, IReadOnlyList<ChannelRef> channels)
    {
        if (!lists.Exists(known => IsSame(known, channels))) lists.Add(channels);
    }

    private static bool IsSame(IReadOnlyList<ChannelRef> some, IReadOnlyList<ChannelRef> others) =>
        ReferenceEquals(some, others) || (some.Count == others.Count && some.SequenceEqual(others));
}
