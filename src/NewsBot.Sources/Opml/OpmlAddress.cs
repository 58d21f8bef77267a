using NewsBot.Core.Sources;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Opml;

/// <summary>A feed's address as lists have it: with the scheme of old browsers' buttons, without any, broken over lines.</summary>
internal static class OpmlAddress
{
    private static readonly string[] Nicknames = ["feed://", "feed:", "rss://", "rss:", "itpc://", "pcast://"];

    /// <param name="objection">One sentence when there is no address; it does not repeat what was written.</param>
    public static Uri? Read(string written, out string objection)
    {
        var text = string.Concat(written.Where(letter => letter is not ('\r' or '\n' or '\t')));
        if (Uri.TryCreate(WithScheme(text), UriKind.Absolute, out var address) && AddressRules.Objection(address) is var why)
        {
            objection = why ?? "";
            return why is null ? WithoutFragment(address) : null;
        }
        objection = TroubleWords.Kept(TroubleWords.NoAddress);
        return null;
    }

    private static string WithScheme(string text)
    {
        foreach (var nickname in Nicknames)
            if (text.StartsWith(nickname, StringComparison.OrdinalIgnoreCase))
                return WithScheme(text[nickname.Length..] is var rest && rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest);
        if (text.StartsWith("//", StringComparison.Ordinal)) return $"https:{text}";
        return HasScheme(text) ? text : $"https://{text}";
    }

    // "example.org:8080/feed" has a port and no scheme.
    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && !text[..colon].Contains('.') && !text[..colon].Contains('/');
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new(address.GetLeftPart(UriPartial.Query));
}
