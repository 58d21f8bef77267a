using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Delivery;

/// <summary>What a change at the source means for a post that is out already.</summary>
public enum Correction
{
    /// <summary>White space, typography, a date, a counter of views: the post stays as it is.</summary>
    None,

    /// <summary>A slip of the pen mended, or something added: the post changes and nobody need notice.</summary>
    Silent,

    /// <summary>Readers were told something else before, so the post says that it was corrected.</summary>
    Noted,
}

/// <summary>Judges a change, from what was posted to what is to be shown. Pure.</summary>
public static class Corrections
{
    public static Correction Between(ArticleContent was, ArticleContent now) => ReferenceEquals(was, now) ? Correction.None : new[]
    {
        CorrectedWords.Between(was.Title, now.Title),
        OfText(was, now),
        OfLink(was.Link, now.Link),
        OfImage(was.Image, now.Image),
        AtMost(Correction.Silent, CorrectedWords.Between(was.Author, now.Author)),
        AtMost(Correction.Silent, CorrectedWords.Between(was.ImageDescription, now.ImageDescription)),
    }.Max();

    // Only what readers were shown can be wrong to them; what is new beside it is no correction.
    private static Correction OfText(ArticleContent was, ArticleContent now)
    {
        var (shown, showing) = (Summary.Of(was), Summary.Of(now));
        if (shown == showing) return Correction.None;
        var sentences = now.Body.Prepend(now.Deck ?? "").SelectMany(Sentences.Of).ToArray();
        var judged = shown.Split('\n').SelectMany(Sentences.Of).Where(sentence => !CorrectedWords.IsCounter(sentence))
            .Select(sentence => OfSentence(sentence, sentences)).DefaultIfEmpty().Max();
        return judged is Correction.None && CorrectedWords.Between(shown, showing) is not Correction.None && !IsOnlyCounters(shown, showing) ? Correction.Silent : judged;
    }

    private static bool IsOnlyCounters(string shown, string showing) =>
        CorrectedWords.Between(WithoutCounters(shown), WithoutCounters(showing)) is Correction.None;

    private static string WithoutCounters(string text) => string.Join(' ', text.Split('\n').SelectMany(Sentences.Of).Where(sentence => !CorrectedWords.IsCounter(sentence)));

    // A sentence that nothing resembles any more was taken back.
    private static Correction OfSentence(string sentence, string[] sentences)
    {
        var least = Correction.Noted;
        foreach (var other in sentences)
        {
            if (CorrectedWords.Between(sentence, other) is var judged && judged < least) least = judged;
            if (least is Correction.None) break;
        }
        return least;
    }

    private static Correction OfLink(string? was, string? now) =>
        CanonicalLink.Of(was) == CanonicalLink.Of(now) ? Correction.None : was is null ? Correction.Silent : Correction.Noted;

    // The host of pictures asks for another size or another token every day; that is the same picture.
    private static Correction OfImage(string? was, string? now) =>
        WithoutQuery(was) == WithoutQuery(now) ? Correction.None : was is null ? Correction.Silent : Correction.Noted;

    private static string? WithoutQuery(string? image) => image?.Split('?', '#')[0];

    private static Correction AtMost(Correction most, Correction judged) => judged < most ? judged : most;
}
