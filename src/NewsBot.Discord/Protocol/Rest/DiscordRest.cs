namespace NewsBot.Discord.Protocol;

/// <summary>
/// The calls of Discord's HTTP API v10 that this program makes. Each waits for its turn at most for <c>patience</c> (null: the setting's) and
/// returns a value whatever happens; only the caller's own <c>stop</c> is thrown.
/// </summary>
internal sealed class DiscordRest(RestPipe pipe)
{
    public Task<RestOutcome<User>> GetMeAsync(CancellationToken stop) => pipe.SendAsync(Route.Me, null, DiscordJson.Default.User, null, stop);

    public Task<RestOutcome<Application>> GetApplicationAsync(CancellationToken stop) =>
        pipe.SendAsync(Route.MyApplication, null, DiscordJson.Default.Application, null, stop);

    public Task<RestOutcome<GatewayAddress>> GetGatewayAsync(CancellationToken stop) =>
        pipe.SendAsync(Route.Gateway, null, DiscordJson.Default.GatewayAddress, null, stop);

    /// <summary>Global commands, or a guild's.</summary>
    public Task<RestOutcome<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken stop) =>
        pipe.SendAsync(Route.Commands(HttpMethod.Get, application, guild), null, DiscordJson.Default.IReadOnlyListApplicationCommand, null, stop);

    /// <summary>Replaces them all; commands that are not in the list are removed.</summary>
    public Task<RestOutcome<IReadOnlyList<ApplicationCommand>>> PutCommandsAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken stop) =>
        pipe.SendAsync(
            Route.Commands(HttpMethod.Put, application, guild),
            RestBody.Of(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            null,
            stop);

    /// <summary>The first answer, within 3 s. 400 code 40060: already answered. 404 code 10062: too late.</summary>
    public Task<RestOutcome<Nothing>> AnswerAsync(Interaction interaction, InteractionResponse answer, CancellationToken stop) =>
        pipe.SendAsync(Route.Callback(interaction.Id, interaction.Token), RestBody.Of(answer, DiscordJson.Default.InteractionResponse), null, stop);

    /// <summary>One more message after the first answer.</summary>
    public Task<RestOutcome<Message>> FollowUpAsync(Interaction interaction, MessageBody body, CancellationToken stop) =>
        FollowUpAsync(interaction, body, [], stop);

    public Task<RestOutcome<Message>> FollowUpAsync(Interaction interaction, MessageBody body, IReadOnlyList<UploadedFile> files, CancellationToken stop) =>
        pipe.SendAsync(
            Route.Webhook(HttpMethod.Post, interaction.ApplicationId, interaction.Token, "", "?wait=true"),
            RestBody.Of(body, DiscordJson.Default.MessageBody, files),
            DiscordJson.Default.Message,
            null,
            stop);

    public Task<RestOutcome<Message>> GetOriginalAsync(Interaction interaction, CancellationToken stop) =>
        pipe.SendAsync(Original(HttpMethod.Get, interaction), null, DiscordJson.Default.Message, null, stop);

    public Task<RestOutcome<Message>> EditOriginalAsync(Interaction interaction, MessageBody body, CancellationToken stop) =>
        EditOriginalAsync(interaction, body, [], stop);

    public Task<RestOutcome<Message>> EditOriginalAsync(Interaction interaction, MessageBody body, IReadOnlyList<UploadedFile> files, CancellationToken stop) =>
        pipe.SendAsync(Original(HttpMethod.Patch, interaction), RestBody.Of(body, DiscordJson.Default.MessageBody, files), DiscordJson.Default.Message, null, stop);

    public Task<RestOutcome<Nothing>> DeleteOriginalAsync(Interaction interaction, CancellationToken stop) =>
        pipe.SendAsync(Original(HttpMethod.Delete, interaction), null, null, stop);

    /// <summary>The only call that honours a nonce. After <see cref="Unreachable"/> it may be repeated with the same nonce within a few minutes.</summary>
    public Task<RestOutcome<Message>> CreateMessageAsync(
        Snowflake channel, MessageBody body, IReadOnlyList<UploadedFile>? files = null, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(
            Route.Channel(HttpMethod.Post, channel, "/messages"), RestBody.Of(body, DiscordJson.Default.MessageBody, files), DiscordJson.Default.Message, patience, stop);

    public Task<RestOutcome<Message>> GetMessageAsync(Snowflake channel, Snowflake message, CancellationToken stop) =>
        pipe.SendAsync(Route.Message(HttpMethod.Get, channel, message), null, DiscordJson.Default.Message, null, stop);

    public Task<RestOutcome<Message>> EditMessageAsync(
        Snowflake channel, Snowflake message, MessageBody body, IReadOnlyList<UploadedFile>? files = null, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(
            Route.Message(HttpMethod.Patch, channel, message), RestBody.Of(body, DiscordJson.Default.MessageBody, files), DiscordJson.Default.Message, patience, stop);

    public Task<RestOutcome<Nothing>> DeleteMessageAsync(Snowflake channel, Snowflake message, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(Route.Message(HttpMethod.Delete, channel, message), null, patience, stop);

    /// <summary>Publishes an announcement to the channels that follow it. Discord allows ten an hour per channel.</summary>
    public Task<RestOutcome<Message>> CrosspostAsync(Snowflake channel, Snowflake message, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(Route.Message(HttpMethod.Post, channel, message, "/crosspost"), null, DiscordJson.Default.Message, patience, stop);

    /// <summary>A thread, or a post when the channel is a forum. It has no nonce: after a doubtful failure, look before another try.</summary>
    public Task<RestOutcome<CreatedThread>> CreateThreadAsync(
        Snowflake channel, NewThread thread, IReadOnlyList<UploadedFile>? files = null, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(
            Route.Channel(HttpMethod.Post, channel, "/threads"), RestBody.Of(thread, DiscordJson.Default.NewThread, files), DiscordJson.Default.CreatedThread, patience, stop);

    /// <summary>Renames a thread or opens it again. Two renamings in ten minutes per channel, which no document says.</summary>
    public Task<RestOutcome<ChannelPayload>> ChangeThreadAsync(Snowflake thread, ThreadChange change, TimeSpan? patience = null, CancellationToken stop = default) =>
        pipe.SendAsync(
            Route.Channel(HttpMethod.Patch, thread), RestBody.Of(change, DiscordJson.Default.ThreadChange), DiscordJson.Default.ChannelPayload, patience, stop);

    /// <summary>The private channel with a user; the same one each time.</summary>
    public Task<RestOutcome<ChannelPayload>> CreateDirectChannelAsync(Snowflake user, CancellationToken stop) =>
        pipe.SendAsync(
            Route.NewDirectChannel, RestBody.Of(new NewDirectChannel(user), DiscordJson.Default.NewDirectChannel), DiscordJson.Default.ChannelPayload, null, stop);

    public Task<RestOutcome<ChannelPayload>> GetChannelAsync(Snowflake channel, CancellationToken stop) =>
        pipe.SendAsync(Route.Channel(HttpMethod.Get, channel), null, DiscordJson.Default.ChannelPayload, null, stop);

    public Task<RestOutcome<GuildPayload>> GetGuildAsync(Snowflake guild, CancellationToken stop) =>
        pipe.SendAsync(Route.Guild(guild), null, DiscordJson.Default.GuildPayload, null, stop);

    public Task<RestOutcome<IReadOnlyList<ChannelPayload>>> GetGuildChannelsAsync(Snowflake guild, CancellationToken stop) =>
        pipe.SendAsync(Route.Guild(guild, "/channels"), null, DiscordJson.Default.IReadOnlyListChannelPayload, null, stop);

    public Task<RestOutcome<IReadOnlyList<RolePayload>>> GetGuildRolesAsync(Snowflake guild, CancellationToken stop) =>
        pipe.SendAsync(Route.Guild(guild, "/roles"), null, DiscordJson.Default.IReadOnlyListRolePayload, null, stop);

    /// <summary>Our own roles are in it when the user is ourselves.</summary>
    public Task<RestOutcome<Member>> GetMemberAsync(Snowflake guild, Snowflake user, CancellationToken stop) =>
        pipe.SendAsync(Route.Guild(guild, "/members/{user}", $"/members/{user}"), null, DiscordJson.Default.Member, null, stop);

    private static Route Original(HttpMethod method, Interaction interaction) =>
        Route.Webhook(method, interaction.ApplicationId, interaction.Token, "/messages/@original");
}
