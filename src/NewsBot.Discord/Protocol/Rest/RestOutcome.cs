namespace NewsBot.Discord.Protocol;

/// <summary>What became of a call: <see cref="Ok{T}"/>, or <see cref="Failed{T}"/> with one of the failures below. Nothing expected is thrown.</summary>
internal abstract record RestOutcome<T>
{
    public static implicit operator RestOutcome<T>(RestFailure why) => new Failed<T>(why);
}

internal sealed record Ok<T>(T Value) : RestOutcome<T>;

internal sealed record Failed<T>(RestFailure Why) : RestOutcome<T>;

/// <summary>An answer without a body.</summary>
internal readonly record struct Nothing;

/// <summary>Why a call gave nothing.</summary>
internal abstract record RestFailure;

/// <summary>Nothing was done; try again after this time.</summary>
internal sealed record RateLimited(TimeSpan After, RateScope Scope) : RestFailure;

/// <summary>Discord understood and said no. <see cref="Code"/> is Discord's own (0 when absent); <see cref="Errors"/> names the offending fields, as text.</summary>
internal sealed record Refused(int Status, int Code, string Message, string Errors = "") : RestFailure;

/// <summary>No answer, or a 5xx. <see cref="MaybeSent"/>: Discord may have done it all the same, so only a nonce makes another try safe.</summary>
internal sealed record Unreachable(string Why, bool MaybeSent) : RestFailure;

/// <summary>401: nothing more is sent with this token.</summary>
internal sealed record TokenIsWrong : RestFailure;

/// <summary>Too many refusals lately; we keep quiet so that Discord does not ban this address.</summary>
internal sealed record HeldBack(TimeSpan After) : RestFailure;

internal enum RateScope
{
    /// <summary>This bot's use of one route.</summary>
    User,

    /// <summary>Everything that this bot sends.</summary>
    Global,

    /// <summary>Others used up the resource too; not our fault, and not counted against us.</summary>
    Shared,
}
