namespace NewsBot.Sources.Web;

/// <summary>The addresses that one fetch goes through.</summary>
internal sealed class Way(Uri start)
{
    private readonly HashSet<string> _seen = [start.AbsoluteUri];
    private bool _permanent = true;

    public Uri At { get; private set; } = start;

    /// <summary>The end of the unbroken run of 301 and 308 from the start.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>True when the response is a redirect. It is taken, unless it leads nowhere: then that is the result.</summary>
    public bool Takes(HttpResponseMessage response, int most, out FetchResult? dead)
    {
        dead = null;
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return false;
        if (Target(response) is not { } next) dead = new FetchResult.Broken(FetchWords.Nowhere);
        else if (At.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp) dead = new FetchResult.Blocked(FetchWords.LessSafe);
        else if (!_seen.Add(next.AbsoluteUri)) dead = new FetchResult.Broken(FetchWords.Circle);
        else if (_seen.Count > most + 1) dead = new FetchResult.Broken(FetchWords.TooFar);
        else if (AddressRules.Objection(next) is { } why) dead = new FetchResult.Blocked(why);
        else Go(next, (int)response.StatusCode is 301 or 308);
        return true;
    }

    private void Go(Uri next, bool permanent)
    {
        At = next;
        _permanent &= permanent;
        if (_permanent) MovedTo = next;
    }

    // A header's bytes are read as Latin-1; a Location in raw UTF-8 is turned back before it is understood.
    private Uri? Target(HttpResponseMessage response) =>
        response.First("Location") is { Length: > 0 and <= FetchLimits.LongestAddress } location
        && Uri.TryCreate(At, Utf8(location).Trim(), out var next) && next.IsAbsoluteUri
            ? WithoutFragment(next)
            : null;

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new(address.GetLeftPart(UriPartial.Query));

    private static string Utf8(string latin)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(latin);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : latin;
    }
}
