using System.Numerics;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Schedules;

/// <summary>A digest's times as moderators type them: "daily 08:00", "mon,wed,fri 18:30", "weekly sun 9:00", "щодня о 8".</summary>
public static class DigestText
{
    private static readonly Phrase Daily = new("daily at {0}");
    private static readonly Phrase OnDays = new("{0} at {1}");

    /// <summary>Null when it cannot be read: no time, no day, an unknown word, or a weekly digest on more than one day.</summary>
    public static DigestPlan? Read(string text)
    {
        var words = text.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        words.RemoveAll(word => word.ToLowerInvariant() is "at" or "on" or "and" or "о" or "об" or "у" or "в" or "і" or "та" or "um" or "und" or "à" or "et" or "a" or "las" or "y" or "i" or "o" or "w");
        if (words is [] || TimeText.Read(words[^1]) is not { } time) return null;
        words.RemoveAt(words.Count - 1);
        return Days(words) is var days and not WeekDays.None ? new(days, time) : null;
    }

    /// <summary>As <see cref="Read"/> understands it.</summary>
    public static string Write(DigestPlan plan) =>
        $"{(plan.Days is WeekDays.All ? "daily" : DayText.Write(plan.Days, Language.English, ","))} {TimeText.Write(plan.At)}";

    /// <summary>For people to read.</summary>
    public static string Say(DigestPlan plan, Language language) => plan.Days is WeekDays.All
        ? Daily.In(language, TimeText.Write(plan.At))
        : OnDays.In(language, DayText.Write(plan.Days, language, ", "), TimeText.Write(plan.At));

    private static WeekDays Days(List<string> words) => words switch
    {
        [var first] when first.ToLowerInvariant() is "daily" or "everyday" or "щодня" or "щоденно" or "täglich" or "quotidien" or "diario" or "codziennie" => WeekDays.All,
        [var first, .. var rest] when first.ToLowerInvariant() is "weekly" or "щотижня" or "wöchentlich" or "hebdomadaire" or "semanal" or "tygodniowo" => Union(rest) is var days && BitOperations.IsPow2((int)days) ? days : WeekDays.None,
        _ => Union(words),
    };

    private static WeekDays Union(List<string> words)
    {
        var days = words.ConvertAll(DayText.Read);
        return days.Contains(WeekDays.None) ? WeekDays.None : days.Aggregate(WeekDays.None, (all, day) => all | day);
    }
}
