using System.Text.RegularExpressions;

namespace NewsBot.Core.Writing;

/// <summary>What stands in quotation marks.</summary>
internal static partial class WrittenQuotations
{
    public static IEnumerable<string> Of(string text) => Quoted().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("[\"“”„«»‹›]([^\"“”„«»‹›]+)[\"“”»«›‹]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
