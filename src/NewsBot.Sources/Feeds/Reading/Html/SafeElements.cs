using System.Collections.Frozen;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <param name="IsEmpty">True for elements that have no end tag.</param>
internal sealed record SafeElement(string Name, bool IsEmpty);

internal static class SafeElements
{
    private const string Ordinary = """
        a abbr acronym address article aside audio b big blockquote button canvas caption center cite code colgroup datagrid datalist dd del
        details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header i ins kbd label
        legend li m mark map menu meter multicol nav nextid noscript ol optgroup option output p picture pre progress q rp rt ruby s samp section select small
        sound spacer span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var video
        """;

    private const string Empty = "area br col command hr img input keygen source track wbr";

    // Pictures and formulas drawn with elements; nothing of them that links, animates or holds foreign markup.
    private const string Drawn = """
        svg circle defs desc ellipse g hkern line linearGradient marker metadata missing-glyph mpath path polygon polyline radialGradient rect stop
        switch text title tspan
        math maction merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup
        mtable mtd mtext mtr munder munderover none semantics
        """;

    private static readonly FrozenDictionary<string, SafeElement> Known =
        Words(Ordinary).Concat(Words(Drawn)).Select(name => new SafeElement(name, false))
            .Concat(Words(Empty).Select(name => new SafeElement(name, true)))
            .ToFrozenDictionary(element => element.Name, StringComparer.OrdinalIgnoreCase);

    // Their contents are code, or what is shown where they do not work.
    private static readonly FrozenSet<string> WithContents =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "applet", "noembed", "noframes", "xmp", "template");

    private static readonly FrozenSet<string> Unsafe = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        [.. WithContents, "iframe", "object", "embed", "frame", "frameset", "meta", "link", "base", "param", "blink", "marquee", "layer", "html", "head", "body", "bgsound", "xml", "plaintext"]);

    private static readonly FrozenDictionary<string, SafeElement>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithContentsBySpan = WithContents.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnsafeBySpan = Unsafe.GetAlternateLookup<ReadOnlySpan<char>>();

    public static SafeElement? Find(ReadOnlySpan<char> name) => KnownBySpan.TryGetValue(name, out var element) ? element : null;

    public static bool GoesWithContents(ReadOnlySpan<char> name) => WithContentsBySpan.Contains(name);

    public static bool IsCode(ReadOnlySpan<char> name) => name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a name that acts, or loads what does.</summary>
    public static bool IsUnsafe(ReadOnlySpan<char> name) => UnsafeBySpan.Contains(name);

    /// <summary>True for a name that HTML has, safe or not.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) => Find(name) is not null || IsUnsafe(name);

    private static string[] Words(string list) => list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
