using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>The words in which `why` tells what happened.</summary>
internal static class StoryWords
{
    /// <summary>UTF-16 units of what a platform said; it is told in full in the log.</summary>
    public const int MostOfWhy = 200;

    public static readonly Phrase Found = new("Found in {0}");
    public static readonly Phrase Changed = new("Changed at its source");
    public static readonly Phrase Copied = new("Found once more in {0}, the same word for word; kept once");
    public static readonly Phrase WithdrawnEverywhere = new("Withdrawn in every channel");

    private static readonly Phrase Owed = new("Owed to this channel");
    private static readonly Phrase OwedBreaking = new("Owed to this channel before everything else, as breaking news");
    private static readonly Phrase OwedSample = new("Owed as an example, since the channel had just begun to follow");
    private static readonly Phrase OwedEdit = new("A correction was owed");
    private static readonly Phrase OwedWithdrawal = new("Its removal was owed");
    private static readonly Phrase Gathered = new("Gathered into one card with others ({0} in all)");

    private static readonly Phrase Posted = new("Posted");
    private static readonly Phrase PostedInDigest = new("Posted in a digest");
    private static readonly Phrase PostedInCatchUp = new("Posted in the card after quiet hours");
    private static readonly Phrase PostedInRoundUp = new("Posted in a card with what came at once");
    private static readonly Phrase Corrected = new("The post was corrected");
    private static readonly Phrase TakenDown = new("The post was taken down");

    private static readonly Phrase Failed = new("Not sent, to be tried again: {0}");
    private static readonly Phrase FailedOften = new("Not sent in {1} {1:try|tries}: {0}");
    private static readonly Phrase Lost = new("The bot stopped while it was under way");
    private static readonly Phrase Held = new("The channel was paused: {0}");
    private static readonly Phrase Moved = new("The channel moved: {0}");
    private static readonly Phrase Left = new("Sent or not, nobody knows, so it is left: {0}");
    private static readonly Phrase GivenUp = new("Given up: {0}");
    private static readonly Phrase Closed = new("Nothing was left to do: {0}");

    private static readonly Phrase FirstReading = new("It stood there when its source was read for the first time, and that posts nothing.");
    private static readonly Phrase TooOld = new("Its date was too old for news when it was found, so it was kept and not posted.");
    private static readonly Phrase MovedUp = new("It has no date and only came up in its source because another article went.");
    private static readonly Phrase TooMany = new("Its source brought more at once than is posted; this one was only kept.");
    private static readonly Phrase Import = new("It was imported with an archive, and what is imported is not posted.");

    public static Phrase Of(Unposted why) => why switch
    {
        Unposted.FirstReading => FirstReading,
        Unposted.TooOld => TooOld,
        Unposted.MovedUp => MovedUp,
        Unposted.TooMany => TooMany,
        _ => Import,
    };

    /// <summary>How it came to be owed.</summary>
    public static string Owing(DebtRecord record, Language language) => record.Debt.Kind switch
    {
        DebtKind.Sample => OwedSample.In(language),
        DebtKind.Edit => OwedEdit.In(language),
        DebtKind.Withdrawal => OwedWithdrawal.In(language),
        DebtKind.Post when record.Debt.Class is DebtClass.Urgent => OwedBreaking.In(language),
        DebtKind.Post => Owed.In(language),
        _ => Gathered.In(language, record.Gathered),
    };

    public static string Done(DebtKind kind, Language language) => (kind switch
    {
        DebtKind.Edit => Corrected,
        DebtKind.Withdrawal => TakenDown,
        DebtKind.Digest => PostedInDigest,
        DebtKind.CatchUp => PostedInCatchUp,
        DebtKind.RoundUp => PostedInRoundUp,
        _ => Posted,
    }).In(language);

    /// <summary>An attempt that did not get through.</summary>
    /// <param name="times">In a row, each with the same end.</param>
    public static string Failing(Attempt attempt, int times, Language language)
    {
        var why = CardFitter.Cut(attempt.Why ?? "–", MostOfWhy);
        return attempt.Outcome switch
        {
            nameof(Settlement.Again) => times > 1 ? FailedOften.In(language, why, times) : Failed.In(language, why),
            nameof(Settlement.Held) => Held.In(language, why),
            nameof(Settlement.Moved) => Moved.In(language, why),
            nameof(Settlement.Left) => Left.In(language, why),
            nameof(Settlement.GivenUp) => GivenUp.In(language, why),
            nameof(Settlement.Closed) => Closed.In(language, why),
            _ => Lost.In(language),
        };
    }
}
