using NewsBot.Core.Subscriptions;

namespace NewsBot.Telegram.Tests.Units;

public sealed class TelegramPlacesTests
{
    private static readonly ChannelRef Forum = new("telegram", "-1001234");
    private readonly TelegramPlaces _places = new();

    [Theory]
    [InlineData("56", "-1001234/56")]
    [InlineData("https://t.me/c/1234/56", "-1001234/56")]
    [InlineData("t.me/c/1234/1", "-1001234")]
    [InlineData("https://t.me/c/9999/56", null)]
    [InlineData("0", null)]
    [InlineData("99999999999999", null)]
    [InlineData("garden", null)]
    public async Task A_topic_of_the_same_forum_is_found_by_number_or_link(string typed, string? place) =>
        Assert.Equal(place, (await _places.FindAsync(Forum, typed, TestContext.Current.CancellationToken))?.Id);

    [Fact]
    public async Task A_private_chat_has_no_places_and_a_topic_is_part_of_its_chat()
    {
        Assert.Null(await _places.FindAsync(new("telegram", "77"), "56", TestContext.Current.CancellationToken));
        Assert.Equal(Forum, _places.WholeOf(new("telegram", "-1001234/56")));
        Assert.Null(_places.WholeOf(Forum));
        Assert.True(_places.IsPrivate(new("telegram", "77")) && !_places.IsPrivate(Forum));
    }

    [Theory]
    [InlineData("-1001234", "77t", "https://t.me/c/1234/77")]
    [InlineData("-1001234/56", "77p", "https://t.me/c/1234/56/77")]
    [InlineData("-55", "77t", null)]
    [InlineData("4711", "77t", null)]
    [InlineData("-1001234", "77", null)]
    public void A_post_in_a_supergroup_or_a_channel_has_a_link_that_opens_it(string channel, string message, string? link) =>
        Assert.Equal(link, _places.LinkOf(new("telegram", channel), message));
}
