using System.Text;
using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;
using CardButton = NewsBot.Core.Chat.Button;
using WireButton = NewsBot.Discord.Protocol.Button;

namespace NewsBot.Discord;

/// <summary>Draws cards as messages: an embed, or Discord's newer components. The only place where a card becomes anything of Discord's.</summary>
internal static class DiscordCards
{
    /// <summary>
    /// Characters before escaping, which may add to them; <see cref="Within"/> sees to Discord's own limits afterwards (resources/message, Embed Limits:
    /// title 256, description 4,096, field 256 and 1,024, footer 2,048, 6,000 in all).
    /// </summary>
    public static CardLimits Limits { get; } = new(240, 2600, 10, 100, 700, 1000, 4000, 25, 80);

    private const int MostTitle = 256;
    private const int MostBody = 4096;
    private const int MostFieldName = 256;
    private const int MostFieldValue = 1024;
    private const int MostInAll = 6000;

    /// <summary>Characters of text in one message of components.</summary>
    private const int MostComponentText = 4000;

    private const int InRow = 5;

    /// <summary>Past this many a menu is easier to use than rows of buttons.</summary>
    private const int MostButtons = 15;

    /// <summary>The custom id of a menu whose choices are command lines.</summary>
    public const string Menu = "menu";

    /// <param name="picture">Where its picture is: an address, or attachment://name of a file that goes along.</param>
    public static MessageBody Draw(Card card, string? picture, bool asComponents) => asComponents
        ? new() { Flags = MessageFlags.ComponentsV2, Components = [new Container([.. Blocks(card, picture), .. Rows(card.Buttons)])] }
        : new() { Embeds = [Embed(card, picture)], Components = Rows(card.Buttons) is { Count: > 0 } rows ? rows : null };

    /// <summary>Only text, for cards without anything else: an embed around one sentence looks like shouting.</summary>
    public static bool IsPlain(Card card) => card is { Title: null, Link: null, Image: null, Footer: null or "", Fields.Count: 0 } && card.Body.ToString().Length <= 800;

    public static MessageBody Plain(Card card) => new() { Content = Text(card.Body), Components = Rows(card.Buttons) is { Count: > 0 } rows ? rows : null };

    private static Embed Embed(Card card, string? picture)
    {
        var title = card.Title is null ? null : Within(card.Title, MostTitle);
        var footer = string.IsNullOrEmpty(card.Footer) ? null : DiscordText.Plain(card.Footer);
        var fields = card.Fields.Select(field => new EmbedField(Within(field.Name, MostFieldName), Within(field.Value, MostFieldValue))).ToArray();
        var room = MostInAll - (title?.Length ?? 0) - (footer?.Length ?? 0) - fields.Sum(field => field.Name.Length + field.Value.Length);
        return new()
        {
            Title = title,
            Url = title is null ? null : WebAddress.OrNull(card.Link),
            Description = card.Body.IsEmpty ? null : Within(card.Body, Math.Min(MostBody, Math.Max(0, room))),
            Fields = fields.Length > 0 ? fields : null,
            Footer = footer is null ? null : new(footer),
            Image = picture is null ? null : new(picture),
        };
    }

    private static IEnumerable<Component> Blocks(Card card, string? picture)
    {
        var text = new StringBuilder();
        if (card.Title is { } title) text.Append("### ").Append(Titled(DiscordText.Of(title).ReplaceLineEndings(" "), WebAddress.OrNull(card.Link))).Append('\n');
        text.Append(Text(card.Body));
        foreach (var field in card.Fields) text.Append("\n\n**").Append(DiscordText.Of(field.Name)).Append("**\n").Append(Text(field.Value));
        if (!string.IsNullOrEmpty(card.Footer)) text.Append("\n-# ").Append(DiscordText.Of(card.Footer.ReplaceLineEndings(" · ")));
        if (text.Length > 0) yield return new TextDisplay(text.Length <= MostComponentText ? text.ToString() : Shortened(card));
        if (picture is not null) yield return new MediaGallery([new(new(picture), card.Image?.Description is { Length: > 0 } description ? CardFitter.Cut(description, 1000) : null)]);
    }

    // Escaping made it too long: the words without their marks, cut.
    private static string Shortened(Card card) => Within($"{card.Title}\n{card.Body}\n{card.Footer}", MostComponentText);

    private static string Titled(string title, string? link) => link is null ? title : $"[{title}]({Target(link)})";

    private static List<Component> Rows(IReadOnlyList<CardButton> buttons)
    {
        var typed = buttons.Count(button => button.Line is not null);
        if (typed > MostButtons) return [new ActionRow([MenuOf(buttons)]), .. Rows([.. buttons.Where(button => button.Line is null)])];
        return [.. buttons.Select(Button).OfType<WireButton>().DistinctBy(button => button.CustomId ?? button.Url).Take(5 * InRow).Chunk(InRow).Select(row => new ActionRow(row))];
    }

    private static StringSelect MenuOf(IReadOnlyList<CardButton> buttons) => new(Menu,
        [.. buttons.Where(button => button.Line is { Length: <= 100 }).DistinctBy(button => button.Line).Take(25).Select(button => new SelectOption(CardFitter.Cut(DiscordText.Plain(button.Label), 100), button.Line!))]);

    private static WireButton? Button(CardButton button)
    {
        var label = CardFitter.Cut(DiscordText.Plain(button.Label), Limits.ButtonLabel);
        if (WebAddress.OrNull(button.Target) is { Length: <= 512 } address) return new(ButtonStyle.Link, label, Url: address);
        return button.Line is { Length: <= 100 } line ? new(ButtonStyle.Secondary, label, line) : null;
    }

    private static string Within(string text, int most) => Within((Prose)text, most);

    // Cuts the words, not what escaping made of them: half an escape would let a mark through.
    private static string Within(Prose text, int most)
    {
        var drawn = Text(text);
        for (var room = most; drawn.Length > most && room > 0; room -= Math.Max(1, drawn.Length - most)) drawn = Text(CardFitter.Cut(text, room));
        return drawn.Length <= most ? drawn : "";
    }

    private static string Text(Prose prose) => string.Concat(prose.Spans.Where(span => span.Text.Length > 0).Select(Text));

    private static string Text(Span span)
    {
        if (span.Target is { } target) return span.Text == target ? $"<{Target(target)}>" : $"[{DiscordText.Of(span.Text)}](<{Target(target)}>) ({DiscordText.Of(WebAddress.Host(target))})";
        if (span.Mark is Mark.Code) return $"`{span.Text.Replace('`', '\'')}`";
        var text = DiscordText.Of(span.Text);
        var mark = span.Mark switch { Mark.Strong or Mark.Hit => "**", Mark.Emphasis => "_", _ => "" };
        // Discord wants marks to touch the words they mark.
        var (start, end) = (text.Length - text.TrimStart().Length, text.TrimEnd().Length);
        return mark.Length == 0 || start >= end ? text : $"{text[..start]}{mark}{text[start..end]}{mark}{text[end..]}";
    }

    private static string Target(string address) => address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
}
