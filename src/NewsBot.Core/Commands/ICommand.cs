using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>A command, whole: what is announced of it, and what it does.</summary>
public interface ICommand
{
    CommandSpec Spec { get; }

    /// <summary>Called only with a caller of the right role and values that their options can read.</summary>
    Task<Reply> RunAsync(Call call, CancellationToken stop);
}
