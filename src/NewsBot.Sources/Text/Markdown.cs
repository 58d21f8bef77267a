using System.Text.RegularExpressions;

namespace NewsBot.Sources.Text;

/// <summary>Markdown made plain: headings, links, pictures and emphasis lose their signs and keep their words.</summary>
internal sealed partial record Markdown(IReadOnlyList<string> Lines, MarkdownImage? Image)
{
    public static Markdown Of(IReadOnlyList<string> lines)
    {
        var isMarkdown = lines.Any(line => Heading().IsMatch(line) || line.Contains("](", StringComparison.Ordinal));
        if (!isMarkdown) return new(lines, null);
        MarkdownImage? image = null;
        var plain = new List<string>();
        foreach (var line in lines)
        {
            var text = Picture().Replace(line, found =>
            {
                image ??= new(found.Groups["target"].Value, found.Groups["words"].Value is { Length: > 0 } words ? words : null);
                return "";
            });
            if (text.Trim().Length == 0 && line.Length > 0) continue;
            var isHeading = Heading().IsMatch(text);
            text = Link().Replace(Heading().Replace(text, ""), "${words}");
            text = Strong().Replace(text, "${words}");
            text = Emphasis().Replace(text, "${before}${words}");
            text = text.Replace("`", "", StringComparison.Ordinal).TrimStart('>', ' ');
            if (isHeading) plain.Add("");
            plain.Add(text.Trim() is "---" or "***" or "___" ? "" : text.TrimEnd('#', ' '));
            if (isHeading) plain.Add("");
        }
        return new(plain, image);
    }

    [GeneratedRegex(@"^#{1,6} +")]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[(?<words>[^\]]{0,500})\]\((?<target>[^)\s]{1,2000})[^)]{0,200}\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<words>[^\]]{1,500})\]\([^)\s]{1,2000}[^)]{0,200}\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(\*\*|__)(?<words>[^*_]{1,500})(\*\*|__)")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<before>^|[\s(“""«])[*_](?<words>[^*_\s][^*_]{0,300})[*_]")]
    private static partial Regex Emphasis();
}
