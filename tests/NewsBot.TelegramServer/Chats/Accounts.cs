using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>Who can be a member of a chat: a <see cref="Person"/> or a <see cref="BotAccount"/>.</summary>
public abstract class Account
{
    private protected Account(World world, long id, string name, string? username)
    {
        World = world;
        Id = id;
        Name = name;
        Username = username;
    }

    public long Id { get; }

    public string Name { get; internal set; }

    public string? Username { get; }

    internal World World { get; }

    internal abstract JsonObject ToJson();

    public override string ToString() => Name;
}

/// <summary>A bot, made with <see cref="TelegramServer.AddBot"/>.</summary>
public sealed class BotAccount : Account
{
    internal BotAccount(World world, long id, string token, string username, string name) : base(world, id, name, username)
    {
        Token = token;
        Updates = new(world, this);
        Webhook = new(this);
    }

    public string Token { get; }

    /// <summary>BotFather's /setinline: whether people can type <c>@the_bot words</c> anywhere. On by default here.</summary>
    public bool TakesInlineQueries { get; set; } = true;

    /// <summary>BotFather's /setinlinefeedback: whether the bot is told which result was chosen.</summary>
    public bool HasInlineFeedback { get; set; }

    /// <summary>BotFather's /setprivacy, turned off: whether the bot reads everything in groups and not only what is meant for it.</summary>
    public bool ReadsWholeGroups { get; set; }

    /// <summary>BotFather's threaded mode: whether the bot's private chats may have topics.</summary>
    public bool HasPrivateTopics { get; set; }

    /// <summary>Telegram Stars for paid broadcasts: a tenth of one for every message above the free rate.</summary>
    public decimal Stars { get; set; }

    /// <summary>The command menus and names that the bot has set.</summary>
    public BotProfile Profile { get; } = new();

    /// <summary>The webhook that the bot has set, if any.</summary>
    public Webhook Webhook { get; }

    internal UpdateQueue Updates { get; }

    /// <summary>How many updates wait for the bot.</summary>
    public int PendingUpdates => Updates.Count;

    /// <summary>Answers every send and edit of this bot with 429 until the server's clock has gone on by <paramref name="length"/>. Zero ends it.</summary>
    public void FloodWait(TimeSpan length) => World.Sending.Impose(this, null, length);

    /// <summary>Hands the bot an update of the test's own making, such as one of an unknown kind; the update_id is filled in.</summary>
    /// <param name="update">The update as JSON; members may be anything, also of the wrong type.</param>
    public long HandOut(JsonObject update) => Updates.AddRaw(update);

    internal override JsonObject ToJson() => new() { ["id"] = Id, ["is_bot"] = true, ["first_name"] = Name, ["username"] = Username };
}

/// <summary>A person, made with <see cref="TelegramServer.AddPerson"/>. What people do is in <see cref="PersonActions"/>.</summary>
public sealed class Person : Account
{
    internal Person(World world, long id, string name, string? username, string? languageCode) : base(world, id, name, username) =>
        LanguageCode = languageCode;

    /// <summary>The language of the person's app, as an IETF tag, or null when the app does not tell.</summary>
    public string? LanguageCode { get; set; }

    /// <summary>Whether the person has deleted the account.</summary>
    public bool IsDeactivated { get; set; }

    internal override JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = Name };
        if (Username is not null) json["username"] = Username;
        if (LanguageCode is not null) json["language_code"] = LanguageCode;
        return json;
    }
}
