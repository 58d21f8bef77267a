namespace NewsBot.Core.Chat;

/// <summary>What a command answers.</summary>
/// <param name="IsPrivate">Only for the person who asked, where the platform can do that.</param>
/// <param name="ReplacesCard">The answer takes the place of the card whose button was pressed (paging).</param>
public sealed record Reply(IReadOnlyList<Card> Cards, bool IsPrivate = false, bool ReplacesCard = false)
{
    public static Reply Of(Card card) => new([card]);

    public static Reply Of(Prose text) => new([new Card { Body = text }]);

    /// <summary>Only the person who asked sees it: settings, mistakes, help.</summary>
    public static Reply Private(Prose text, params IReadOnlyList<Button> buttons) =>
        new([new Card { Body = text, Buttons = buttons }], IsPrivate: true);
}
