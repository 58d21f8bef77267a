namespace NewsBot.Discord;

/// <summary>Section "Discord" of the settings.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot's token from the developer portal; empty while Discord is not used.</summary>
    public string Token { get; set; } = "";

    /// <summary>Where the HTTP API answers, with its version; another address only for tests and proxies.</summary>
    public string BaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>The application's public key; with <see cref="PublicUrl"/> Discord posts interactions to this program and no gateway is needed.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The https address at which Discord reaches this program.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Ids of the people who run the bot.</summary>
    public IList<string> Operators { get; } = [];

    /// <summary>Ids of the newsroom's own servers: their moderators may change topics, which every channel shares.</summary>
    public IList<string> Newsroom { get; } = [];

    /// <summary>leave or resend: what becomes of a post when nobody knows whether it arrived and Discord no longer remembers its key.</summary>
    public string DoubtfulPosts { get; set; } = Leave;

    /// <summary>Shards in this process at most; one serves about 1,000 servers.</summary>
    public int MostShards { get; set; } = 16;

    /// <summary>Calls a second that Discord allows this bot; 50 unless it has agreed to more.</summary>
    public int PerSecond { get; set; } = 50;

    /// <summary>Whether the gateway compresses what it sends.</summary>
    public bool Compress { get; set; } = true;

    internal const string Leave = "leave";
    internal const string Resend = "resend";

    internal bool IsOn => Token.Length > 0;

    /// <summary>Interactions come by HTTP instead of over the gateway.</summary>
    internal bool IsPosted => PublicKey.Length > 0 && PublicUrl.Length > 0;
}
