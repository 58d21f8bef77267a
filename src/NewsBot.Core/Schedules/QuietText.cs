using System.Text.RegularExpressions;

namespace NewsBot.Core.Schedules;

/// <summary>Quiet hours as moderators type them: "22:00-07:00", "22 to 7", "з 22:00 до 07:00".</summary>
public static partial class QuietText
{
    /// <summary>Null when it cannot be read, or begins when it ends.</summary>
    public static QuietHours? Read(string text) =>
        Shape().Match(text) is { Success: true } match
        && TimeText.Read(match.Groups["from"].Value) is { } from
        && TimeText.Read(match.Groups["to"].Value) is { } to
        && from != to
            ? new(from, to)
            : null;

    /// <summary>As <see cref="Read"/> understands it.</summary>
    public static string Write(QuietHours hours) => $"{TimeText.Write(hours.From)}-{TimeText.Write(hours.To)}";

    [GeneratedRegex(@"^\s*((from|з|із)\s+)?(?<from>[\d:.]{1,5})\s*(-|–|—|to|till|until|до|по)\s*(?<to>[\d:.]{1,5})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
