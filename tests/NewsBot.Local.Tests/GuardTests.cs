using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace NewsBot.Local.Tests;

/// <summary>What strangers, other sites and clumsy programs get.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private const string Key = "a long enough key of mine";

    private LocalHouse _house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await LocalHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/rooms")]
    [InlineData("/rooms/nowhere/entries")]
    [InlineData("/media/000000000000")]
    [InlineData("/no/such/place")]
    public async Task Every_answer_carries_the_headers_that_keep_a_page_safe(string path)
    {
        using var answer = await _house.Client.GetAsync(path, Stop);
        string Header(string name) => string.Join(", ", answer.Headers.GetValues(name));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task A_name_that_is_not_ours_is_refused_so_that_rebinding_reads_nothing(string host, HttpStatusCode expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/rooms");
        request.Headers.Host = host;
        using var answer = await _house.Client.SendAsync(request, Stop);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_can_neither_say_nor_read_anything(string header, string value)
    {
        using var said = await _house.SendAsync("/rooms/front-page/say", new JsonObject { ["line"] = "/latest" }, (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, said.StatusCode);
        var request = new HttpRequestMessage(HttpMethod.Get, "/rooms");
        request.Headers.TryAddWithoutValidation(header, value);
        using var read = await _house.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_may_speak()
    {
        using var said = await _house.SendAsync("/rooms/front-page/say", new JsonObject { ["line"] = "/about" }, ("Origin", _house.Address), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "{\"line\":\"/about\"}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "line=/about", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"line\":", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[1,2]", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_not_what_the_page_sends_is_refused_in_one_sentence(string type, string body, HttpStatusCode expected)
    {
        using var answer = await _house.Client.PostAsync("/rooms/front-page/say", new StringContent(body, Encoding.UTF8, type), Stop);
        Assert.Equal(expected, answer.StatusCode);
        var error = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["error"];
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        using var long4k = await _house.SendAsync("/rooms/front-page/say", new JsonObject { ["line"] = new string('x', 4001) });
        Assert.Equal(HttpStatusCode.BadRequest, long4k.StatusCode);
        using var huge = await _house.SendAsync("/rooms/front-page/say", new JsonObject { ["line"] = new string('x', 70_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
    }

    [Fact]
    public async Task With_an_access_key_nothing_is_shown_before_it_is_entered()
    {
        await using var house = await LocalHouse.OpenAsync(Key);
        foreach (var path in new[] { "/rooms", "/rooms/front-page/entries", "/rooms/front-page/events", "/rooms/front-page/complete?line=/", "/media/000000000000" })
        {
            using var closed = await house.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        }
        using var page = await house.Client.GetAsync("/", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var entered = await house.SendAsync("/key", new JsonObject { ["key"] = Key });
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, Uri.UnescapeDataString(cookie), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await RoomsAsync(house, cookie.Split(';')[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, await RoomsAsync(house, cookie.Split(';')[0][..^1] + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await RoomsAsync(house, "newsbot_key=9999999999."));
    }

    [Fact]
    public async Task A_cookie_ends_after_thirty_days()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var house = await LocalHouse.OpenAsync(Key, clock);
        using var entered = await house.SendAsync("/key", new JsonObject { ["key"] = Key });
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie")).Split(';')[0];
        clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(HttpStatusCode.OK, await RoomsAsync(house, cookie));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await RoomsAsync(house, cookie));
    }

    [Fact]
    public async Task Guessing_keys_is_slow()
    {
        var clock = new FakeTimeProvider();
        await using var house = await LocalHouse.OpenAsync(Key, clock);
        async Task<HttpStatusCode> Try(string key)
        {
            using var answer = await house.SendAsync("/key", new JsonObject { ["key"] = key });
            return answer.StatusCode;
        }
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Forbidden, await Try($"wrong {i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(Key));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.NoContent, await Try(Key));
    }

    private static async Task<HttpStatusCode> RoomsAsync(LocalHouse house, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/rooms");
        request.Headers.Add("Cookie", cookie);
        using var answer = await house.Client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
