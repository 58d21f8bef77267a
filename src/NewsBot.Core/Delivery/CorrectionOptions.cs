using Microsoft.Extensions.Options;

namespace NewsBot.Core.Delivery;

/// <summary>What section "Delivery" of the settings says of corrections.</summary>
public sealed class CorrectionOptions
{
    /// <summary>A post older than this is left as it is when its article changes.</summary>
    public TimeSpan CorrectFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Articles of one source that may change within an hour; the edits of more than that wait behind everything else.</summary>
    public int ChangesAnHour { get; set; } = 50;
}

internal sealed class CorrectionOptionsCheck : IValidateOptions<CorrectionOptions>
{
    public ValidateOptionsResult Validate(string? name, CorrectionOptions options) =>
        options.CorrectFor < TimeSpan.Zero || options.CorrectFor > TimeSpan.FromDays(3650) ? ValidateOptionsResult.Fail($"Delivery:CorrectFor: '{options.CorrectFor}' is not 0 to 3,650 days; write 7.00:00:00 for a week.")
        : options.ChangesAnHour < 0 ? ValidateOptionsResult.Fail($"Delivery:ChangesAnHour: {options.ChangesAnHour} is below 0; 50 is a good number.")
        : ValidateOptionsResult.Success;
}
