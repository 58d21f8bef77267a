using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>German writes "am 3. Oktober": the stop makes an ordinal of the number.</summary>
internal static class DayNumbers
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Followers =
        "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts Weltkrieg Weltkriegs Bundesliga Liga Klasse Etage Stock"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsFollowedByMonth(ReadOnlySpan<char> number, ReadOnlySpan<char> next) => number.Length <= 2 && Followers.Contains(next);
}
