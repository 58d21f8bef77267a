using System.Globalization;

namespace NewsBot.Core.Chat;

/// <summary>
/// Shortens a card to what a platform can show: kindly, at a sentence or a word, never inside a grapheme, and never a button or a link
/// that would then lead elsewhere. The body gives way first, then fields from the end.
/// </summary>
public static class CardFitter
{
    private const string Ellipsis = "…";

    public static Card Fit(Card card, CardLimits limits)
    {
        var title = card.Title is null ? null : Cut(card.Title, limits.Title);
        var footer = card.Footer is null ? null : Cut(card.Footer, limits.Footer);
        var fields = card.Fields.Take(limits.Fields).Select(field => new Field(Cut(field.Name, limits.FieldName), Cut(field.Value, limits.FieldValue))).ToList();
        var fixedPart = (title?.Length ?? 0) + (footer?.Length ?? 0);
        while (fields.Count > 0 && fixedPart + Length(fields) > limits.Total) fields.RemoveAt(fields.Count - 1);
        var room = Math.Min(limits.Body, limits.Total - fixedPart - Length(fields));
        return card with
        {
            Title = title,
            Footer = footer,
            Fields = fields,
            Body = Cut(card.Body, Math.Max(0, room)),
            Buttons = card.Buttons.Take(limits.Buttons).Select(button => button with { Label = Cut(button.Label, limits.ButtonLabel) }).ToArray(),
        };
    }

    /// <summary>At most <paramref name="room"/> UTF-16 units, ending in … when something was cut.</summary>
    public static string Cut(string text, int room)
    {
        if (text.Length <= room) return text;
        if (room < Ellipsis.Length) return "";
        var end = 0;
        var wordEnd = 0;
        foreach (var (at, length) in Graphemes(text))
        {
            if (at + length > room - Ellipsis.Length) break;
            if (char.IsWhiteSpace(text[at])) wordEnd = at;
            end = at + length;
        }
        // A word of half the room is no word but an address or a script without spaces: cut inside it.
        var cut = wordEnd > end / 2 ? wordEnd : end;
        return text[..cut].TrimEnd(' ', ',', ';', ':', '–', '—', '-', '\n') + Ellipsis;
    }

    /// <inheritdoc cref="Cut(string, int)"/>
    public static Prose Cut(Prose text, int room)
    {
        var spans = new List<Span>();
        foreach (var span in text.Spans)
        {
            if (span.Text.Length <= room)
            {
                spans.Add(span);
                room -= span.Text.Length;
                continue;
            }
            var shortened = Cut(span.Text, room);
            if (shortened.Length > 0) spans.Add(span with { Text = shortened });
            break;
        }
        return new([.. spans]);
    }

    private static int Length(List<Field> fields) => fields.Sum(field => field.Name.Length + field.Value.ToString().Length);

    private static IEnumerable<(int At, int Length)> Graphemes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return (at, length);
            at += length;
        }
    }
}
