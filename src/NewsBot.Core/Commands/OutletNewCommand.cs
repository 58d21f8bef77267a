using System.Security.Cryptography;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>outlet new: a code with which one other channel, on whatever platform, comes to share this one's subscription.</summary>
internal sealed class OutletNewCommand(IOutlets outlets, TimeProvider clock) : ICommand
{
    // Without those that look alike. 31^8 codes, each good for ten minutes: nobody finds one by trying.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Length = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly Phrase Done = new(
        "Within ten minutes, type this where the other channel is configured. It then follows what this one follows, and a change in either counts for both.");

    public CommandSpec Spec { get; } = new("outlet new", Role.Moderator, new("A code to share this subscription with another channel"));

    public async Task<Reply> RunAsync(Call call, CancellationToken stop)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        await outlets.InviteAsync(code, call.Channel.Ref, clock.GetUtcNow() + Lifetime, stop);
        return Reply.Private(Prose.Of($"{call.Say(Done)}\n\n").Then($"outlet join {code}", Mark.Code));
    }
}
