namespace NewsBot.Local.Terminal;

/// <summary>Draws a room's entries as plain lines, with a number for each button that types a line.</summary>
internal sealed class TerminalCards
{
    /// <summary>Numbers that can be pressed; a room left open for a week need not remember more.</summary>
    private const int MostButtons = 999;

    private readonly Dictionary<int, DrawnButton> _buttons = [];
    private int _next = 1;

    /// <summary>What a typed number or label presses, or null.</summary>
    public DrawnButton? Pressed(string typed) => int.TryParse(typed, out var number) ? _buttons.GetValueOrDefault(number) : null;

    /// <summary>Numbers begin anew with each answer, never with a post: a number means what it meant when one looked.</summary>
    public void Renumber()
    {
        _buttons.Clear();
        _next = 1;
    }

    public IEnumerable<string> Lines(RoomPost post)
    {
        if (post.Said is { } said) yield return $"{post.Role}> {said}";
        foreach (var line in post.Cards.SelectMany(Lines)) yield return line;
    }

    public IEnumerable<string> Lines(DrawnCard card)
    {
        if (card.Title is { } title) yield return title;
        if (card.Link is { } link) yield return link;
        if (card.Body.Count > 0) yield return Text(card.Body);
        foreach (var field in card.Fields) yield return $"{field.Name}: {Text(field.Value)}";
        if (card.Image is { Description.Length: > 0 } image) yield return $"(picture: {image.Description})";
        if (card.Footer is { } footer) yield return footer;
        foreach (var button in card.Buttons.Where(button => button.Link is not null && button.Link != card.Link)) yield return $"{button.Label}: {button.Link}";
        var pressable = string.Join("  ", card.Buttons.Where(button => button.Line is not null).Select(Number));
        if (pressable.Length > 0) yield return pressable;
        yield return "";
    }

    private static string Text(IEnumerable<DrawnSpan> spans) => string.Concat(spans.Select(span => span switch
    {
        { Link: { } link } when link != span.Text => $"{span.Text} ({link})",
        { Mark: "hit" } => $"*{span.Text}*",
        _ => span.Text,
    }));

    // Lists number their items themselves ("6. …" with a button "6"); then the number is the button's own.
    private string Number(DrawnButton button)
    {
        var isOwn = int.TryParse(button.Label, out var own) && own >= _next;
        var number = isOwn ? own : _next;
        if (_buttons.Count >= MostButtons) _buttons.Remove(_buttons.Keys.Min());
        _buttons[number] = button;
        _next = number + 1;
        return isOwn ? $"[{number}]" : $"[{number}] {button.Label}";
    }
}
