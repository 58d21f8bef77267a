using System.Collections.Immutable;

namespace NewsBot.Core.Chat;

/// <summary>
/// Text with marks and targets, as a list of spans. It cannot contain markup: a span's text is always only text,
/// and each platform's drawer is the one place where it is escaped.
/// </summary>
public sealed record Prose(ImmutableArray<Span> Spans)
{
    public static Prose Empty { get; } = new([]);

    public static implicit operator Prose(string text) => Of(text);

    public static Prose Of(string text, Mark mark = Mark.None) => text.Length == 0 ? Empty : new([new Span(text, mark)]);

    public bool IsEmpty => Spans.All(span => span.Text.Length == 0);

    public Prose Then(string text, Mark mark = Mark.None) => new(Spans.Add(new(text, mark)));

    /// <param name="target">http or https; anything else leaves the text without a target.</param>
    public Prose ThenLink(string text, string target) => new(Spans.Add(new(text, Mark.None, WebAddress.OrNull(target))));

    public Prose Then(Prose more) => new(Spans.AddRange(more.Spans));

    /// <summary>Each item on a line of its own.</summary>
    public static Prose Lines(IEnumerable<Prose> lines) =>
        lines.Aggregate(Empty, (text, line) => text.IsEmpty ? line : text.Then("\n").Then(line));

    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}

/// <param name="Text">Plain text; "\n" begins a new line, "\n\n" a new paragraph.</param>
/// <param name="Target">An http(s) address the text leads to.</param>
/// <param name="Line">A command line that pressing the text types. Platforms that cannot show that show only the text.</param>
public sealed record Span(string Text, Mark Mark = Mark.None, string? Target = null, string? Line = null);

public enum Mark
{
    None,
    Strong,
    Emphasis,
    Code,

    /// <summary>A word that someone searched for.</summary>
    Hit,
}
