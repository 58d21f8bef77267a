using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>What the source commands say alike.</summary>
internal static class SourceWords
{
    public static readonly Phrase WhichSource = new("which source");
    public static readonly Phrase Doctor = new("Examine it");

    private static readonly Phrase Feed = new("Feed");
    private static readonly Phrase Page = new("Page");
    private static readonly Phrase ManyADay = new("about {0} {0:article|articles} a day");
    private static readonly Phrase ManyAWeek = new("about {0} {0:article|articles} a week");
    private static readonly Phrase Seldom = new("less than one article a week");
    private static readonly Phrase RhythmUnknown = new("no telling how often it publishes");
    private static readonly Phrase Newest = new("Newest now");
    private static readonly Phrase Remarks = new("Worth knowing");
    private static readonly Phrase NoRemarks = new("Nothing is wrong with it.");

    /// <summary>Articles of a preview.</summary>
    private const int Shown = 3;

    private const int SummaryRoom = 160;

    /// <summary>A source with its language, rhythm and newest articles, and what the doctor says.</summary>
    public static Card Preview(SourcePreview preview, ChannelSettings settings)
    {
        var language = settings.Language;
        var facts = new[] { (preview.Kind is WebSourceKind.Feed ? Feed : Page).In(language), preview.Language, Rhythm(preview.PerWeek, language) };
        return new()
        {
            Title = preview.Title,
            Body = Prose.Of(string.Join(" · ", facts.OfType<string>())).Then("\n").Then(Place(preview.Address), Mark.Code),
            Fields =
            [
                .. preview.Newest.Count == 0 ? [] : new[] { new Field(Newest.In(language), Articles(preview, settings)) },
                new(Remarks.In(language), Say(preview.Remarks, language)),
            ],
        };
    }

    public static string Place(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static Prose Say(IReadOnlyList<Remark> remarks, Language language) =>
        remarks.Count == 0 ? NoRemarks.In(language) : Prose.Lines(remarks.Select(remark => (Prose)$"• {RemarkWords.Say(remark, language)}"));

    // As a post shows them, only closer together.
    private static Prose Articles(SourcePreview preview, ChannelSettings settings) => Prose.Lines(preview.Newest.Take(Shown).Select(found =>
    {
        var article = new Article(ArticleId.Of(found.Identity), "", "", found.Content, Summary.Of(found.Content));
        var title = new Prose([new Span(article.Title, Mark.Strong, WebAddress.OrNull(found.Content.Link))]);
        var summary = CardFitter.Cut(article.Summary.ReplaceLineEndings(" "), SummaryRoom);
        return title.Then(summary.Length == 0 ? "" : $"\n{summary}").Then("\n").Then(ArticleCard.Footer(article, settings), Mark.Emphasis);
    }));

    private static string Rhythm(double? perWeek, Language language) => perWeek switch
    {
        null => RhythmUnknown.In(language),
        >= 10 => ManyADay.In(language, Math.Round(perWeek.Value / 7)),
        >= 1 => ManyAWeek.In(language, Math.Round(perWeek.Value)),
        _ => Seldom.In(language),
    };
}
