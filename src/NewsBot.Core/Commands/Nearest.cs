namespace NewsBot.Core.Commands;

/// <summary>Finds what someone meant to type.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest slips of the finger, or null when none is near (at most a third of the letters, at least 1).</summary>
    public static string? To(string typed, IEnumerable<string> candidates)
    {
        typed = typed.Length > 40 ? typed[..40] : typed;
        return candidates
            .Select(candidate => (candidate, slips: Slips(typed.ToLowerInvariant(), candidate)))
            .Where(pair => pair.slips <= Math.Max(1, Math.Min(typed.Length, pair.candidate.Length) / 3))
            .OrderBy(pair => pair.slips)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Damerau's distance in its optimal string alignment form: a letter added, dropped, changed, or two swapped count one each.</summary>
    public static int Slips(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
