using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Discord.Protocol;

internal sealed record HelloData
{
    /// <summary>Milliseconds.</summary>
    public int HeartbeatInterval { get; init; }
}

internal sealed record IdentifyCommand(Secret Token, int Intents, int[] Shard, IdentifyProperties Properties);

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record ResumeCommand(Secret Token, string SessionId, long Seq);

/// <summary>The messages that we send, as bytes. Discord takes at most 4,096 of them; ours are a few hundred.</summary>
internal static class GatewayCommands
{
    public static byte[] Heartbeat(long? sequence) => Frame(Op.Heartbeat, writer =>
    {
        if (sequence is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    });

    public static byte[] Identify(Secret token, ShardId shard) => Frame(
        Op.Identify,
        new IdentifyCommand(token, GatewaySettings.Intents, [shard.Index, shard.Count], new(Environment.OSVersion.Platform.ToString(), "NewsBot", "NewsBot")),
        DiscordJson.Default.IdentifyCommand);

    public static byte[] Resume(Secret token, GatewaySession session) => Frame(
        Op.Resume, new ResumeCommand(token, session.SessionId, session.Sequence), DiscordJson.Default.ResumeCommand);

    private static byte[] Frame<T>(Op op, T data, JsonTypeInfo<T> kind) => Frame(op, writer => JsonSerializer.Serialize(writer, data, kind));

    private static byte[] Frame(Op op, Action<Utf8JsonWriter> data)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op"u8, (int)op);
            writer.WritePropertyName("d"u8);
            data(writer);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
