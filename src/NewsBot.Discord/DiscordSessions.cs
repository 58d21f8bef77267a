using System.Globalization;
using NewsBot.Core.Chat;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord;

/// <summary>Keeps gateway sessions and the count of identifies in the notebook, so that a restart resumes and the day's budget survives it.</summary>
internal sealed class DiscordSessions(INotebook notes) : ISessionStore, IDisposable
{
    private const string Identifies = "identifies";

    private readonly SemaphoreSlim _turn = new(1);

    public async Task<GatewaySession?> LoadAsync(ShardId shard, CancellationToken stop) =>
        (await notes.ReadAsync(DiscordPlatform.PlatformName, Note(shard), stop))?.Split(' ') is [var id, var url, var sequence]
        && Uri.TryCreate(url, UriKind.Absolute, out var resume) && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id, resume, number)
            : null;

    public Task SaveAsync(ShardId shard, GatewaySession? session, CancellationToken stop) => notes.WriteAsync(
        DiscordPlatform.PlatformName, Note(shard), session is null ? null : string.Create(CultureInfo.InvariantCulture, $"{session.SessionId} {session.ResumeUrl} {session.Sequence}"), stop);

    public async Task<IReadOnlyList<DateTimeOffset>> IdentifiesSinceAsync(DateTimeOffset since, CancellationToken stop) =>
        [.. (await ReadAsync(stop)).Where(at => at >= since)];

    public async Task AddIdentifyAsync(DateTimeOffset at, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var recent = (await ReadAsync(stop)).Where(then => at - then < TimeSpan.FromDays(1)).Append(at);
            await notes.WriteAsync(DiscordPlatform.PlatformName, Identifies, string.Join(' ', recent.Select(then => then.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))), stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IEnumerable<DateTimeOffset>> ReadAsync(CancellationToken stop) =>
        (await notes.ReadAsync(DiscordPlatform.PlatformName, Identifies, stop) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(seconds => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)));

    private static string Note(ShardId shard) => $"session {shard}";
}
