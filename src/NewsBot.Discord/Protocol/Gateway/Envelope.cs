using System.Text.Json;

namespace NewsBot.Discord.Protocol;

internal enum Op
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>The outside of a gateway message; <see cref="Data"/> says where its inside lies, unread.</summary>
internal readonly record struct Envelope(int Op, long? Sequence, string? Event, Range Data)
{
    /// <summary>False when it is not a JSON object with a numeric op.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out Envelope envelope)
    {
        try
        {
            envelope = Read(json);
            return envelope.Op >= 0;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            envelope = default;
            return false;
        }
    }

    private static Envelope Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var envelope = new Envelope(-1, null, null, default);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return envelope;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            envelope = Member(ref reader, envelope);
        return envelope;
    }

    private static Envelope Member(ref Utf8JsonReader reader, Envelope envelope)
    {
        var (op, sequence, kind, data) = (reader.ValueTextEquals("op"u8), reader.ValueTextEquals("s"u8), reader.ValueTextEquals("t"u8), reader.ValueTextEquals("d"u8));
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (op)
            return envelope with { Op = reader.GetInt32() };
        if (sequence && reader.TokenType == JsonTokenType.Number)
            return envelope with { Sequence = reader.GetInt64() };
        if (kind && reader.TokenType == JsonTokenType.String)
            return envelope with { Event = reader.GetString() };
        reader.Skip();
        return data ? envelope with { Data = start..(int)reader.BytesConsumed } : envelope;
    }
}
