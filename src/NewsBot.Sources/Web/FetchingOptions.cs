using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Web;

/// <summary>Section "Sources" of the settings, as far as it is about fetching.</summary>
public sealed class FetchingOptions
{
    /// <summary>Hosts ("rss-bridge.lan"), addresses and CIDR ranges ("10.1.2.0/24") that may be read though they are not public, on any port.</summary>
    public IList<string> Allow { get; set; } = [];

    /// <summary>A web or mail address that sites can write to; it stands in the User-Agent.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Fetches at the same time, over all hosts.</summary>
    public int AtOnce { get; set; } = 32;

    /// <summary>Fetches at the same time from one host.</summary>
    public int AtOncePerHost { get; set; } = 2;

    /// <summary>Between the starts of two fetches at one host.</summary>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>One sentence for each wrong setting.</summary>
internal sealed class FetchingOptionsCheck : IValidateOptions<FetchingOptions>
{
    private const int LongestContact = 200;

    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        var complaints = Complaints(options).ToList();
        return complaints.Count > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Complaints(FetchingOptions options)
    {
        foreach (var entry in (options.Allow ?? []).Where(entry => !Allowance.IsEntry(entry)))
            yield return $"Sources:Allow: '{entry}' is neither a host nor a range; write one such as rss-bridge.lan or 10.1.2.0/24.";
        if (!IsContact(options.Contact ?? "")) yield return $"Sources:Contact: write a web or mail address of at most {LongestContact} plain letters, without spaces or brackets.";
        if (options.AtOnce is < 1 or > 1_000) yield return "Sources:AtOnce: write a number from 1 to 1000.";
        if (options.AtOncePerHost is < 1 or > 100) yield return "Sources:AtOncePerHost: write a number from 1 to 100.";
        if (options.Spacing < TimeSpan.Zero || options.Spacing > TimeSpan.FromMinutes(10)) yield return "Sources:Spacing: write a time from 00:00:00 to 00:10:00.";
    }

    private static bool IsContact(string contact) =>
        contact.Length <= LongestContact && contact.All(letter => letter is > ' ' and < (char)127 and not '(' and not ')');
}
