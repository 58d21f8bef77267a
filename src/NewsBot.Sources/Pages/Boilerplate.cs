using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Tells what on a page is not its story: pointers to other stories, shares, sign-ups, captions, notices of rights. Rules about kinds of text, never about sites.</summary>
internal static partial class Boilerplate
{
    /// <summary>Characters; what is longer is told by its links alone.</summary>
    private const int LongestNotice = 260;

    private const int LongestHeading = 90;

    /// <summary>Of the elements that were taken for the story.</summary>
    public static void Thin(IElement story)
    {
        foreach (var element in story.QuerySelectorAll("figcaption, [class*='caption' i], [class*='credit' i], [class*='copyright' i]").ToList())
            if (element.TextContent.Length < 600 && !HoldsTheStory(element)) element.Remove();
        foreach (var list in story.QuerySelectorAll("ul, ol, table, div, section, aside").ToList())
            if (list.Parent is not null && IsLinks(list)) list.Remove();
        foreach (var block in story.QuerySelectorAll("p, div, li, h2, h3, h4, h5, h6, span, strong, em, blockquote, small").ToList())
            if (block.Parent is not null && block.QuerySelector("p, div, li, blockquote") is null && IsBlockOfItsOwn(block) && IsNotice(block.TextContent)) block.Remove();
    }

    /// <summary>True for a line that leads elsewhere or speaks of the page instead of the news.</summary>
    public static bool IsNotice(string text)
    {
        var trimmed = text.Trim(' ', '•', '\n', '\t', '\r');
        return trimmed.Length is > 0 and <= LongestNotice && (Pointer().IsMatch(trimmed) || Credit().IsMatch(trimmed) || Stamp().IsMatch(trimmed) || SignUp().IsMatch(trimmed));
    }

    /// <summary>Takes off what stands under the story: headings that have nothing under them lead to other stories.</summary>
    public static void TrimEnd(List<string> paragraphs)
    {
        while (paragraphs.Count > 1 && IsHeading(paragraphs[^1])) paragraphs.RemoveAt(paragraphs.Count - 1);
    }

    private static bool IsHeading(string paragraph) =>
        paragraph.Length <= LongestHeading && !paragraph.StartsWith('•') && paragraph.TrimEnd() is [.., var last] && !".!?…:;\"”“»’')".Contains(last) && !paragraph.Contains(". ", StringComparison.Ordinal);

    private static bool IsBlockOfItsOwn(IElement block) =>
        block.LocalName is not ("span" or "strong" or "em" or "small") || block.ParentElement is { } parent && parent.TextContent.Trim().Length <= block.TextContent.Trim().Length + 3;

    // A theme may call the whole page "sidebar-left".
    private static bool HoldsTheStory(IElement element) => element.QuerySelectorAll("p").Where(p => p.TextContent.Length > 80).Take(4).Count() >= 4;

    // Mostly links, and more than one: a list of other stories, tags, a table of contents.
    private static bool IsLinks(IElement element)
    {
        var text = element.TextContent.Trim().Length;
        if (text is 0 or > 3_000) return false;
        var links = element.QuerySelectorAll("a[href]");
        if (links.Length < 2) return false;
        var linked = links.Sum(link => link.TextContent.Trim().Length);
        return linked * 10 > text * 7 && (links.Length >= 3 || linked * 10 > text * 9) && !element.QuerySelectorAll("p").Any(p => p.TextContent.Length > 120);
    }

    [GeneratedRegex(@"^(?:(?:read|see|watch|hear|listen)\s(?:more|also|next|:)|(?:also|now|further|recommended|suggested) (?:read|see|reading|watch)|more (?:on|from|about|stories|coverage)\b|related\b.{0,30}:|related (?:articles?|stories|posts?|links?|content|news)|you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss|click here|continue reading|recommended for you|most (?:read|popular)|trending|advertisement|story continues|sponsored|"
        + @"auch (?:lesen|interessant|spannend)|lesen? sie (?:auch|hier|mehr)|lies auch|mehr (?:zum thema|dazu|lesen|infos?|artikel)|zum weiterlesen|weiterlesen|weitere (?:artikel|themen|informationen|infos|beiträge|meldungen)|das könnte (?:sie|dich)|siehe auch|passend dazu|hier geht'?s|verpasse keine|anzeige\b|werbung\b|\*?werbung[.:]|inhaltsverzeichnis|quellen (?:ein|aus)blenden|artikel bewerten|"
        + @"à lire aussi|lire aussi|lisez aussi|a lire|voir aussi|sur le même (?:sujet|thème)|pour aller plus loin|publicité|"
        + @"le puede interesar|(?:te|le) puede interesar|lea también|lee también|ver también|más (?:sobre|información|noticias)|contenido relacionado|noticias relacionadas|publicidad|leia (?:também|mais)|veja também|leggi anche|lees ook|zobacz (?:też|także)|czytaj (?:też|także|więcej)|przeczytaj (?:też|także)|reklama|"
        + @"читайте (?:також|ще|также)|читати також|дивіться також|більше (?:новин|про)|за темою|реклама|смотрите также|по теме|подробнее|dowiedz się więcej|entdecke weitere|alle (?:blogbeiträge|beiträge|artikel) (?:zu|aus|von))(?:\b|[:.…\s]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^(?:\(?(?:photos?|foto(?:s|grafie)?|bild(?:er|quelle|nachweis)?|beitragsbild|titelbild|image|picture|pictures|crédit(?:s)?(?: photo)?|imagen|zdjęci[ea]|fot\.|фото|світлина|illustration|grafik|quelle|source|fuente|źródło|джерело|via|bild via|publikacja|opublikowano|aktualisiert|last updated|updated|published|veröffentlicht|publié le)\s?:?\s[^.!?]{1,120}\)?\.?|(?:©|\(c\)|copyright\b).{0,200}|.{0,80}\ball rights reserved\b.{0,80}|alle (?:rechte vorbehalten|angaben ohne gewähr).{0,40}|(?:share|teilen|tweet|pin it|print|drucken|e-?mail|facebook|twitter|whatsapp|kommentare?|comments?|kommentieren|leave a (?:comment|reply)|kontakt|contact|tags?|schlagworte|kategorien?|categor(?:y|ies)|topics?|autor|author)\s?:?\s?\d{0,5}\s?(?:[^.!?]{0,60})?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    // When it was put online, how long it takes to read, and what one may do with it.
    [GeneratedRegex(@"^(?:(?:publikacja|opublikowano|publiziert|aktualisiert|last updated|updated|published|letzte aktualisierung|news date|stand|beitragsbild|titelbild)(?: am)?\s?(?::|\d).*|\d{1,3} min\w*\.? (?:read|lesezeit|czytania|de lectura|de lecture|di lettura|читання).*|.{0,40}\b(?:artikel|beitrag|seite) (?:bewerten|teilen|drucken|merken|empfehlen|kommentieren):?|\(?alle angaben ohne gewähr\.?\)?|like (?:this )?(?:article|recipe|post)\?.*|submit your letter\b.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?:verwendet|use[sn]?|utilis\w+|usa|nutzt) (?:also |auch |des |essential )?cookies\b|send me (?:an )?e-?mails?\b|directly (?:delivered )?to your inbox|bitte registrieren sie sich|datenschutzerklärung einverstanden|double-opt-in|newsletter (?:bleiben|verpassen)|affiliate[ -]links?|(?:sign up|subscribe|register) (?:for|to|now|here|today)\b.{0,80}(?:newsletter|e-?mail|inbox|updates|alerts|free|access)|(?:our|the|free|daily|weekly) newsletter\b|(?:newsletter|push-nachrichten) (?:abonnieren|anmelden|bestellen)|abonniere[n]? .{0,60}(?:newsletter|kanal|feed)|(?:follow|like|join) us on\b|folge[nt]? (?:sie )?uns (?:auf|bei)|síguenos en|suivez-nous|download (?:our|the) .{0,30}app\b|phone with the .{0,40} app|inscrivez-vous|suscríb(?:ete|ase)|already a subscriber|to (?:view|read|continue reading) the full (?:story|article)|підпис(?:уйтесь|атися|уйтеся) на|подписывайтесь|get .{0,60}daily edition", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignUp();
}
