using Microsoft.Extensions.Options;

namespace NewsBot.Core.Writing;

internal sealed class WritingOptionsCheck : IValidateOptions<WritingOptions>
{
    public ValidateOptionsResult Validate(string? name, WritingOptions options) => options switch
    {
        { Language: not ("article" or "channel") } => ValidateOptionsResult.Fail($"Writer:Language is article or channel, not '{options.Language}'."),
        { PerDay: < 0 or > 1_000_000 } => ValidateOptionsResult.Fail("Writer:PerDay: write a number from 0 to 1000000."),
        _ when options.HoldsPost < TimeSpan.Zero || options.HoldsPost > TimeSpan.FromMinutes(1) => ValidateOptionsResult.Fail("Writer:HoldsPost: write a time from 00:00:00 to 00:01:00."),
        _ => ValidateOptionsResult.Success,
    };
}
