using System.Text;

namespace NewsBot.Sources.Web;

/// <summary>The rules of one robots.txt that are meant for us (RFC 9309).</summary>
internal sealed class RobotsRules
{
    public const int MostBytes = 500 * 1024;

    private readonly List<(string Pattern, bool Allow)> _rules;

    private RobotsRules(List<(string, bool)> rules) => _rules = rules;

    public static RobotsRules AllowAll { get; } = new([]);

    public static RobotsRules DisallowAll { get; } = new([("/", false)]);

    /// <param name="text">At most <see cref="MostBytes"/> of it count.</param>
    /// <param name="product">Our name: letters, hyphens and underscores.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> text, string product)
    {
        var ours = new List<(string, bool)>();
        var everyone = new List<(string, bool)>();
        var (forUs, forAll, named, naming) = (false, false, false, false);
        foreach (var raw in Encoding.UTF8.GetString(text[..Math.Min(text.Length, MostBytes)]).TrimStart('\ufeff').EnumerateLines())
        {
            if (!Split(raw, out var key, out var value)) continue;
            if (key is "user-agent")
            {
                if (!naming) (forUs, forAll) = (false, false);
                naming = true;
                forAll |= value is "*";
                if (Token(value).Equals(product, StringComparison.OrdinalIgnoreCase)) forUs = named = true;
            }
            else if (key is "allow" or "disallow")
            {
                naming = false;
                if (value.Length == 0) continue;
                if (forUs) ours.Add((Normal(value), key is "allow"));
                if (forAll) everyone.Add((Normal(value), key is "allow"));
            }
        }
        return new(named ? ours : everyone);
    }

    /// <summary>The longest pattern that fits decides; of two as long, the one that allows.</summary>
    public bool Allows(Uri page)
    {
        var path = Normal(page.PathAndQuery);
        if (path is "/robots.txt") return true;
        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allow) in _rules)
            if ((pattern.Length > longest || pattern.Length == longest && allow) && Fits(pattern, path))
                (longest, allowed) = (pattern.Length, allow);
        return allowed;
    }

    private static bool Split(ReadOnlySpan<char> line, out string key, out string value)
    {
        (key, value) = ("", "");
        if (line.IndexOf('#') is >= 0 and var comment) line = line[..comment];
        if (line.IndexOf(':') is not (> 0 and var colon)) return false;
        key = line[..colon].Trim().ToString().ToLowerInvariant();
        value = line[(colon + 1)..].Trim().ToString();
        return true;
    }

    private static string Token(string agent) => string.Concat(agent.TakeWhile(letter => char.IsAsciiLetter(letter) || letter is '-' or '_'));

    // RFC 9309, 2.2.2: what need not be escaped is compared unescaped, all else in escaped UTF-8 with large hex digits.
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var escaped = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var octet = escaped ? Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16) : bytes[i];
            if (escaped) i += 2;
            if (escaped ? IsUnreserved((char)octet) : octet is > 32 and < 127) normal.Append((char)octet);
            else normal.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return normal.ToString();
    }

    private static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';

    // A pattern is a prefix; * is any run, and a $ at its end holds it to the end of the path. Going back to the last star alone keeps it quick.
    private static bool Fits(string pattern, string path)
    {
        var toTheEnd = pattern.EndsWith('$');
        var end = toTheEnd ? pattern.Length - 1 : pattern.Length;
        var (p, at, star, from) = (0, 0, -1, 0);
        while (true)
        {
            if (p == end && (!toTheEnd || at == path.Length)) return true;
            if (p < end && pattern[p] == '*') (star, from, p) = (p, at, p + 1);
            else if (p < end && at < path.Length && pattern[p] == path[at]) (p, at) = (p + 1, at + 1);
            else if (star >= 0 && from < path.Length) (p, at, from) = (star + 1, from + 1, from + 1);
            else return false;
        }
    }
}
