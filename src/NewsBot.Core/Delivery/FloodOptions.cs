using Microsoft.Extensions.Options;

namespace NewsBot.Core.Delivery;

/// <summary>When many posts become one card; the section "Delivery". Zero for no limit.</summary>
public sealed class FloodOptions
{
    /// <summary>Posts in ten minutes in one channel; a channel may set its own.</summary>
    public int MostInTenMinutes { get; set; } = 30;

    /// <summary>Articles that a source brings at once.</summary>
    public int MostFromSource { get; set; } = 20;

    public FloodPlan Plan => new(MostInTenMinutes, MostFromSource);
}

internal sealed class FloodOptionsCheck : IValidateOptions<FloodOptions>
{
    public ValidateOptionsResult Validate(string? name, FloodOptions options)
    {
        if (options.MostInTenMinutes is < 0 or > 1000) return ValidateOptionsResult.Fail("Delivery:MostInTenMinutes: write how many posts a channel may get in ten minutes, 1 to 1000, or 0 for no limit.");
        if (options.MostFromSource is < 0 or > 1000) return ValidateOptionsResult.Fail("Delivery:MostFromSource: write how many articles of one source may be posted one by one, 1 to 1000, or 0 for no limit.");
        return ValidateOptionsResult.Success;
    }
}
