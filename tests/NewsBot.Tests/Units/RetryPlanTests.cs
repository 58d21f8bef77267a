using CsCheck;
using NewsBot.Core.Chat;
using NewsBot.Core.Delivery;

namespace NewsBot.Tests.Units;

public sealed class RetryPlanTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(50);

    private static Settlement Next(SendOutcome outcome, int attempts = 0, double chance = 0, bool mayRepeat = false) => RetryPlan.Next(outcome, "hash", attempts, mayRepeat, Now, chance);

    [Fact]
    public void Sent_is_paid() => Assert.Equal(new Settlement.Paid("7", "hash"), Next(new SendOutcome.Sent("7")));

    [Fact]
    public void What_can_never_be_sent_is_given_up() => Assert.Equal(new Settlement.GivenUp("too long"), Next(new SendOutcome.Never("too long")));

    [Fact]
    public void A_channel_that_is_closed_to_us_is_held() => Assert.Equal(new Settlement.Held("kicked"), Next(new SendOutcome.Closed("kicked")));

    [Fact]
    public void What_may_have_arrived_is_repeated_only_where_that_does_no_harm()
    {
        Assert.Equal(new Settlement.Left("no answer"), Next(new SendOutcome.Unknown("no answer")));
        Assert.True(Next(new SendOutcome.Unknown("no answer"), mayRepeat: true) is Settlement.Again { IsDoubtful: true });
    }

    [Fact]
    public void Waits_double_up_to_an_hour()
    {
        var waits = Enumerable.Range(0, 14).Select(attempts => ((Settlement.Again)Next(new SendOutcome.Later(null, "busy"), attempts)).At - Now).ToArray();
        Assert.Equal([2, 4, 8, 16], waits.Take(4).Select(wait => (int)wait.TotalSeconds));
        Assert.Equal(TimeSpan.FromHours(1), waits[^1]);
    }

    [Fact]
    public void What_the_platform_asked_for_is_never_shortened() => Gen.Select(Gen.Int[1, 100_000], Gen.Double[0, 1], Gen.Int[0, 58]).Sample((seconds, chance, attempts) =>
        ((Settlement.Again)Next(new SendOutcome.Later(TimeSpan.FromSeconds(seconds), "slow down"), attempts, chance)).At >= Now.AddSeconds(seconds));

    [Fact]
    public void After_two_days_of_trying_it_is_given_up_and_the_channel_goes_on() =>
        Assert.IsType<Settlement.GivenUp>(Next(new SendOutcome.Later(null, "busy"), RetryPlan.MostAttempts - 1));
}
