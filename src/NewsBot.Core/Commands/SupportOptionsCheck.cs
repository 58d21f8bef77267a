using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

internal sealed class SupportOptionsCheck : IValidateOptions<SupportOptions>
{
    public ValidateOptionsResult Validate(string? name, SupportOptions options)
    {
        var complaints = options.Links.SelectMany((link, i) => Complaints($"Support:Links:{i}", link)).Concat(Complaints(options)).ToArray();
        return complaints.Length > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Complaints(SupportOptions options)
    {
        if (options.EveryPosts is < 0 or > 10_000) yield return $"Support:EveryPosts: {options.EveryPosts} is not 0 to 10,000; 5 puts a button under every fifth post at most, 0 under none.";
        if (options.PerDay is < 0 or > 1_000) yield return $"Support:PerDay: {options.PerDay} is not 0 to 1,000; it is the most buttons in a channel on one day.";
    }

    private static IEnumerable<string> Complaints(string where, SupportLink link)
    {
        if (link.Label.Trim().Length is 0 or > 40) yield return $"{where}:Label: write 1 to 40 characters, such as \"Become a member\".";
        if (WebAddress.OrNull(link.Address) is null) yield return $"{where}:Address: '{link.Address}' is not a full web address such as https://example.org/donate.";
    }
}
