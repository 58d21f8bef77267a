using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>One HTTP call, for tests to look at. It holds no token.</summary>
/// <param name="Route">Method and template, such as <c>POST channels/{channel}/messages</c>; of an unknown path, the path itself.</param>
/// <param name="Path">Values of the template by name; tokens are left out.</param>
/// <param name="Body">The JSON, of a multipart body its payload_json; null without one.</param>
public sealed record Call(DateTimeOffset At, string Method, string Route, IReadOnlyDictionary<string, string> Path, JsonNode? Body, IReadOnlyList<string> Files, string UserAgent)
{
    /// <summary>The bot whose token the call bore, if it was right.</summary>
    public Bot? Bot { get; init; }

    /// <summary>HTTP status; 0 where no answer was given (yet).</summary>
    public int Status { get; internal set; }

    /// <summary>Discord's code of an error; 0 without.</summary>
    public int Code { get; internal set; }

    public Fault? Fault { get; internal set; }

    public DateTimeOffset? AnsweredAt { get; internal set; }
}
