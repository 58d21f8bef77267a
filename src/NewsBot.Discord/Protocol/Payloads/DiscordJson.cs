using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>All JSON of the protocol, generated at build time: snake case, absent instead of null, unknown members skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(CreatedThread))]
[JsonSerializable(typeof(ThreadChange))]
[JsonSerializable(typeof(NewDirectChannel))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GuildPayload))]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(IReadOnlyList<ChannelPayload>))]
[JsonSerializable(typeof(IReadOnlyList<RolePayload>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(GatewayAddress))]
[JsonSerializable(typeof(RateLimitBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(IdentifyCommand))]
[JsonSerializable(typeof(ResumeCommand))]
[JsonSerializable(typeof(GuildGone))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(RoleChange))]
[JsonSerializable(typeof(RoleGone))]
[JsonSerializable(typeof(MemberChange))]
internal sealed partial class DiscordJson : JsonSerializerContext;

internal sealed record NewDirectChannel(Snowflake RecipientId);

/// <summary>What gateway/bot answers: where to connect, in how many shards, and how often we may identify.</summary>
internal sealed record GatewayAddress
{
    public required string Url { get; init; }

    public int Shards { get; init; } = 1;

    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

internal sealed record SessionStartLimit
{
    public int Total { get; init; } = 1000;

    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until Discord's own count starts anew.</summary>
    public long ResetAfter { get; init; }

    public int MaxConcurrency { get; init; } = 1;
}
