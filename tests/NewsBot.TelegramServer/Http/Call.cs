using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>A request of a bot, from its arrival on.</summary>
public sealed class Call
{
    internal Call(long number, string token, string method, IReadOnlyDictionary<string, string> fields, DateTimeOffset at, TimeSpan sinceStart)
    {
        Number = number;
        Token = token;
        Method = method;
        Fields = fields;
        At = at;
        SinceStart = sinceStart;
    }

    /// <summary>1 for the first.</summary>
    public long Number { get; }

    public string Token { get; }

    /// <summary>The method as the caller wrote it, such as "sendMessage".</summary>
    public string Method { get; }

    /// <summary>The parameters; what is not plain text is JSON.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>When it had arrived whole, by the server's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>When it had arrived whole, in real time since the server started: for spacing, whatever the clock says.</summary>
    public TimeSpan SinceStart { get; }

    public BotAccount? Bot { get; internal set; }

    /// <summary>The chat that it was for, once that was found.</summary>
    public ChatRoom? Room { get; internal set; }

    /// <summary>Whether the server did what was asked, also when the answer was then lost or spoiled.</summary>
    public bool WasAccepted { get; internal set; }

    /// <summary>The HTTP status of the answer; 0 while there is none, and for ever when the connection was dropped.</summary>
    public int Code { get; internal set; }

    /// <summary>Why it was refused.</summary>
    public string? Description { get; internal set; }

    /// <summary>The fault that was played on it.</summary>
    public Fault? Fault { get; internal set; }

    public string? this[string field] => Fields.GetValueOrDefault(field);

    public bool Is(string method) => Method.Equals(method, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it posts something: sendMessage, sendPhoto, sendMediaGroup or sendRichMessage.</summary>
    public bool IsSend => Is("sendMessage") || Is("sendPhoto") || Is("sendMediaGroup") || Is("sendRichMessage");

    internal Dictionary<string, byte[]> Files { get; init; } = [];

    internal JsonNode? Json(string field)
    {
        if (!Fields.TryGetValue(field, out var text) || text.Length == 0) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw Refusal.Bad($"can't parse {field} JSON object");
        }
    }

    internal JsonObject? Object(string field) =>
        Json(field) switch { null => null, JsonObject found => found, _ => throw Refusal.Bad($"object expected as {field}") };

    internal JsonArray? Array(string field) =>
        Json(field) switch { null => null, JsonArray found => found, _ => throw Refusal.Bad($"array expected as {field}") };

    internal long? Number64(string field) =>
        long.TryParse(Fields.GetValueOrDefault(field), System.Globalization.NumberStyles.AllowLeadingSign, null, out var number) ? number : null;

    internal int? Number32(string field) => (int?)Number64(field);

    internal bool Flag(string field) => Fields.GetValueOrDefault(field) is { } text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text is "1" or "yes");

    public override string ToString() => $"{Number}. {Method} {Room} → {Code} {Description}";
}
