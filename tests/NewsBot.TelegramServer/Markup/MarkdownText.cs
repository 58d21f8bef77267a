namespace NewsBot.BotApi;

internal static class MarkdownText
{
    public static FormattedText Parse(string text) => new(text, []);
}
