using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Web;

/// <summary>Who we say we are, always: our name, and where to write to (setting Sources:Contact).</summary>
internal sealed class UserAgent(IOptions<FetchingOptions> options)
{
    /// <summary>What robots.txt calls us.</summary>
    public const string Product = "NewsBot";

    private static readonly string Version = typeof(UserAgent).Assembly.GetName().Version?.ToString(2) ?? "0";

    public string Text { get; } = string.IsNullOrWhiteSpace(options.Value.Contact)
        ? $"{Product}/{Version}"
        : $"{Product}/{Version} (+{options.Value.Contact.Trim()})";
}
