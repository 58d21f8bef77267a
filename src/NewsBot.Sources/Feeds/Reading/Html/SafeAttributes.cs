using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Html;

/// <summary>Writes the attributes of a tag that are harmless: none that runs code, no address but of a harmless scheme, styles property by property.</summary>
internal static class SafeAttributes
{
    private const string Plain = """
        abbr accept accept-charset accesskey align alt autocomplete autofocus autoplay axis balance bgcolor bgproperties border bordercolor
        bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff class clear
        color cols colspan compact contenteditable controls coords datafld datapagesize datasrc datetime default delay dir disabled draggable enctype
        end face for form frame galleryimg gutter headers height hidden hidefocus high hreflang hspace id inputmode ismap keytype
        label lang leftspacing list loop loopcount loopend loopstart low max maxlength media method min multiple name nohref noshade nowrap
        open optimum pattern point-size pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required rev
        rightspacing rows rowspan rules scope selected shape size span start step summary suppress tabindex target template title
        toppadding type unselectable valign value variable volume vrml vspace width wrap xml:lang
        """;

    private const string Addresses = "action background cite data dynsrc href icon longdesc lowsrc ping poster src urn usemap";

    private const string Drawn = """
        baseProfile cx cy d dx dy fill fill-opacity fill-rule font-family font-size font-style font-weight fx fy gradientTransform gradientUnits
        marker-end marker-mid marker-start offset opacity orient overflow path pathLength points preserveAspectRatio r refX refY rx ry stop-color
        stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
        text-anchor transform version viewBox visibility x x1 x2 xmlns y y1 y2 columnalign display displaystyle linethickness lspace
        mathvariant rspace scriptlevel stretchy
        """;

    private enum Care
    {
        None,
        Address,
        Style,
    }

    private static readonly FrozenDictionary<string, (string Name, Care Care)> Known =
        Words(Plain).Concat(Words(Drawn)).Select(name => (name, Care.None))
            .Concat(Words(Addresses).Select(name => (name, Care.Address)))
            .Append(("style", Care.Style))
            .ToFrozenDictionary(it => it.Item1, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Name, Care Care)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Bracketing = SearchValues.Create("\"<>");

    public static void Append(StringBuilder to, ReadOnlySpan<char> tag, string? baseAddress)
    {
        var attributes = new HtmlAttributes(tag);
        var written = new WrittenNames();
        while (attributes.Next())
        {
            // Where an attribute stands twice, the first one counts.
            if (!BySpan.TryGetValue(attributes.Name, out var known) || !written.Add(known.Name)) continue;
            switch (known.Care)
            {
                case Care.None:
                    AppendRaw(to, known.Name, attributes.Value);
                    break;
                case Care.Address:
                    AppendAddress(to, known.Name, attributes.Value, baseAddress);
                    break;
                case Care.Style when SafeStyle.Clean(HtmlDecoding.Decode(attributes.Value, isAttribute: true)) is { Length: > 0 } style:
                    AppendDecoded(to, known.Name, style);
                    break;
            }
        }
    }

    private static void AppendAddress(StringBuilder to, string name, ReadOnlySpan<char> raw, string? baseAddress)
    {
        if (raw.Trim().IsEmpty)
        {
            AppendRaw(to, name, default);
            return;
        }
        if (SafeAddress.OrNull(HtmlDecoding.Decode(raw, isAttribute: true), baseAddress) is { } address) AppendDecoded(to, name, address);
    }

    private static void AppendRaw(StringBuilder to, string name, ReadOnlySpan<char> raw)
    {
        to.Append(' ').Append(name).Append("=\"");
        while (raw.IndexOfAny(Bracketing) is >= 0 and var at)
        {
            to.Append(raw[..at]).Append(raw[at] switch { '"' => "&quot;", '<' => "&lt;", _ => "&gt;" });
            raw = raw[(at + 1)..];
        }
        to.Append(raw).Append('"');
    }

    private static void AppendDecoded(StringBuilder to, string name, string value) =>
        AppendRaw(to, name, value.Contains('&', StringComparison.Ordinal) ? value.Replace("&", "&amp;", StringComparison.Ordinal) : value);

    private static string[] Words(string list) => list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The attributes of a tag so far. A tag has a handful; names beyond the sixteenth are not looked at.</summary>
internal struct WrittenNames
{
    private System.Runtime.CompilerServices.InlineArray16<string?> _names;
    private int _count;

    public bool Add(string name)
    {
        for (var i = 0; i < _count; i++)
            if (ReferenceEquals(_names[i], name)) return false;
        if (_count == 16) return false;
        _names[_count++] = name;
        return true;
    }
}
