namespace NewsBot.Telegram;

/// <summary>Section "Telegram" of the settings.</summary>
public sealed class TelegramOptions
{
    /// <summary>The bot's token, as BotFather gives it; empty while Telegram is not used.</summary>
    public string Token { get; set; } = "";

    /// <summary>Where the Bot API answers; another address for a Bot API server of one's own.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The https address at which Telegram reaches this program; empty to ask Telegram for updates instead (long polling).</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Ids of the people who run the bot.</summary>
    public IList<string> Operators { get; } = [];

    /// <summary>Ids of the newsroom's own groups: their administrators may change topics, which every channel shares.</summary>
    public IList<string> Newsroom { get; } = [];

    /// <summary>leave or resend: what becomes of a post when nobody knows whether it arrived.</summary>
    public string DoubtfulPosts { get; set; } = Leave;

    /// <summary>How long Telegram may give the same answer to the same inline search.</summary>
    public TimeSpan InlineCache { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Messages a second that Telegram allows this bot; 30 unless it has agreed to more.</summary>
    public int PerSecond { get; set; } = 30;

    internal const string Leave = "leave";
    internal const string Resend = "resend";

    internal bool IsOn => Token.Length > 0;
}
