namespace NewsBot.Core.Stories;

/// <summary>Decides from what two articles share whether they are one event. In doubt they are not: a wrongly merged story is news lost.</summary>
internal static class EventVerdict
{
    public static (StoryKind Kind, double Score)? Of(EventLikeness shared) =>
        shared.ResultsApart > 0 ? null
        : shared.All >= .45 && shared.Names > 0 ? (StoryKind.SameEvent, shared.All)
        : null;
}
