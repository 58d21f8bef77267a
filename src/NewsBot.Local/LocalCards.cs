using System.Text.Json;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local;

/// <summary>
/// Draws cards for the page, as JSON that holds only text and addresses. Nothing needs escaping: the page sets text as text and
/// builds elements itself.
/// </summary>
internal static class LocalCards
{
    public static DrawnCard Draw(Card card)
    {
        var link = WebAddress.OrNull(card.Link);
        return new()
        {
            Title = card.Title,
            Link = link,
            Host = HostOf(link),
            Body = Draw(card.Body),
            Fields = [.. card.Fields.Select(field => new DrawnField(field.Name, Draw(field.Value)))],
            Image = card.Image is null ? null : Draw(card.Image),
            Footer = card.Footer,
            At = card.At,
            Buttons = [.. card.Buttons.Select(Draw)],
        };
    }

    public static string Write(RoomPost post) => JsonSerializer.Serialize(post, LocalJson.Kept.RoomPost);

    /// <summary>An entry as it was kept. One that cannot be read any more is empty rather than the end of the room.</summary>
    public static RoomPost Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, LocalJson.Kept.RoomPost) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    private static DrawnSpan[] Draw(Prose prose) =>
        [.. prose.Spans.Where(span => span.Text.Length > 0).Select(span => new DrawnSpan(span.Text, Name(span.Mark), span.Target, HostOf(span.Target), span.Line))];

    // A picture from the web would tell its host who reads here and when.
    private static DrawnImage Draw(CardImage image) => image switch
    {
        { Article: { } article, Version: { } version } => new($"/media/{article}?v={version}", null, image.Description),
        { Article: { } article } => new($"/media/{article}", null, image.Description),
        _ => new(null, HostOf(WebAddress.OrNull(image.Address)), image.Description),
    };

    private static DrawnButton Draw(Button button)
    {
        var link = WebAddress.OrNull(button.Target);
        return new(button.Label, link, HostOf(link), button.Line);
    }

    private static string? HostOf(string? link) => link is null ? null : WebAddress.Host(link);

    private static string? Name(Mark mark) => mark switch
    {
        Mark.Strong => "strong",
        Mark.Emphasis => "emphasis",
        Mark.Code => "code",
        Mark.Hit => "hit",
        _ => null,
    };
}
