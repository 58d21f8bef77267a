using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Notices;

/// <summary>Looks for one kind of trouble.</summary>
internal interface INoticeCheck
{
    /// <summary>All of it that there is now, whether or not it was told before.</summary>
    Task<IReadOnlyList<Notice>> LookAsync(IReadOnlyList<Channel> channels, CancellationToken stop);
}
