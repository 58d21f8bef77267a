using Microsoft.Extensions.Logging;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>What the courier tells those who run the bot: a line for each thing that happened to a post.</summary>
internal sealed partial class CourierLog(ILogger log)
{
    public void Tell(Debt debt, Settlement settlement)
    {
        switch (settlement)
        {
            case Settlement.Paid when debt.Kind is DebtKind.Edit: Corrected(debt.Subject, debt.Channel); break;
            case Settlement.Paid when debt.Kind is DebtKind.Withdrawal: Withdrawn(debt.Subject, debt.Channel); break;
            case Settlement.Closed closed: Closed(debt.Subject, debt.Channel, closed.Why); break;
            case Settlement.Paid: Posted(debt.Subject, debt.Channel); break;
            case Settlement.Again again: Again(debt.Subject, debt.Channel, again.At, again.Why); break;
            case Settlement.GivenUp given: GivenUp(debt.Subject, debt.Channel, given.Why); break;
            case Settlement.Held held: Held(debt.Channel, held.Why); break;
            case Settlement.Moved moved: Moved(debt.Channel, moved.To); break;
            case Settlement.Left left: Left(debt.Subject, debt.Channel, left.Why); break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Posted {Article} to {Channel}.")]
    public partial void Posted(string article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel} is owed much at once ({Count} or more posts), which comes as one card ({Kind}).")]
    public partial void Folded(int count, ChannelRef channel, DebtKind kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Corrected {Article} in {Channel}.")]
    public partial void Corrected(string article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Article} down in {Channel}.")]
    public partial void Withdrawn(string article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing to do for {Article} in {Channel}: {Why}")]
    public partial void Closed(string article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not post {Article} to {Channel}, trying again at {At:u}: {Why}")]
    public partial void Again(string article, ChannelRef channel, DateTimeOffset at, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up posting {Article} to {Channel}: {Why}")]
    public partial void GivenUp(string article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Paused {Channel}, and what it is owed waits: {Why}")]
    public partial void Held(ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel} is {To} now; what it is owed went with it.")]
    public partial void Moved(ChannelRef channel, ChannelRef to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is not known whether {Article} was posted to {Channel}, so it is left as it is: {Why}")]
    public partial void Left(string article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node took over {Article} for {Channel} before it was settled here.")]
    public partial void LeaseLost(string article, ChannelRef channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of posting {Article} to {Channel} could not be noted; it is looked at again when its lease ends: {Why}")]
    public partial void Unsettled(string article, ChannelRef channel, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took up {Count} posts that were in flight when the bot stopped.")]
    public partial void Released(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read: {Why}")]
    public partial void StoreFailed(string why);
}
