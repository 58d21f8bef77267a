using System.Text.Json;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Polling;

/// <summary>How a poll's state looks in the database.</summary>
internal static class PollStates
{
    /// <summary>Null when there is none, or one that this version cannot read: then the source begins anew.</summary>
    public static PollState? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, PollJson.Default.PollState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Text(PollState state) => JsonSerializer.Serialize(state, PollJson.Default.PollState);
}
