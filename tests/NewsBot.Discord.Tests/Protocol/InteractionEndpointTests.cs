using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Protocol;
using NSec.Cryptography;

namespace NewsBot.Discord.Tests.Protocol;

public sealed class InteractionEndpointTests : IAsyncLifetime
{
    private const string Ping = """{"id":"100","application_id":"2","type":1,"token":"t","version":1}""";
    private const string Command = """{"id":"101","application_id":"2","type":2,"token":"t","version":1,"data":{"id":"7","name":"news","type":1}}""";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly FakeTimeProvider _time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<Interaction> _handled = [];
    private readonly ServiceProvider _services = new ServiceCollection().AddDiscordProtocol().BuildServiceProvider();
    private ScriptedServer _server = null!;
    private InteractionResponse? _answer = new ReplyWithMessage(new() { Content = "Hello" });

    public async ValueTask InitializeAsync()
    {
        Assert.True(SignatureKey.TryParse(Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), out var key, out _));
        var endpoint = new InteractionEndpoint(key!, Handle, _time);
        _server = await ScriptedServer.StartAsync(endpoint.HandleAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task A_ping_is_answered_without_a_handler()
    {
        var (status, body) = await PostAsync(Ping);
        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), (status, body));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_command_is_answered_by_the_handler_in_the_same_answer()
    {
        var (status, body) = await PostAsync(Command);
        Assert.Equal((HttpStatusCode.OK, """{"type":4,"data":{"content":"Hello","allowed_mentions":{"parse":[]}}}"""), (status, body));
        Assert.Equal("news", Assert.Single(_handled).Data!.Name);
    }

    [Fact]
    public async Task A_handler_that_has_answered_itself_leaves_202()
    {
        _answer = null;
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(Command)).Status);
    }

    [Theory]
    [InlineData("body")]
    [InlineData("timestamp")]
    [InlineData("signature")]
    [InlineData("no headers")]
    [InlineData("not hexadecimal")]
    public async Task A_wrong_signature_is_401_and_nothing_is_parsed(string wrong)
    {
        var timestamp = Now();
        var signature = Sign(timestamp, Command);
        var status = wrong switch
        {
            "body" => await PostAsync(Command + " ", timestamp, signature),
            "timestamp" => await PostAsync(Command, Now(1), signature),
            "signature" => await PostAsync(Command, timestamp, (signature[0] == '0' ? '1' : '0') + signature[1..]),
            "no headers" => await PostAsync(Command, null, null),
            _ => await PostAsync(Command, timestamp, new string('z', 128)),
        };
        Assert.Equal(HttpStatusCode.Unauthorized, status.Status);
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(-299, HttpStatusCode.OK)]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task Only_timestamps_within_five_minutes_are_taken(int seconds, HttpStatusCode expected) =>
        Assert.Equal(expected, (await PostAsync(Command, Now(seconds), Sign(Now(seconds), Command))).Status);

    [Fact]
    public async Task A_replay_is_refused()
    {
        var (timestamp, signature) = (Now(), Sign(Now(), Command));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Command, timestamp, signature)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(Command, timestamp, signature)).Status);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread()
    {
        var (status, _) = await PostAsync(Command + new string(' ', 300_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task What_is_signed_but_no_interaction_is_400() => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("[]")).Status);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public void A_key_that_is_none_is_told_in_one_sentence(string text)
    {
        Assert.False(SignatureKey.TryParse(text, out _, out var problem));
        Assert.Contains("64 hexadecimal digits", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Replays_are_remembered_for_a_quarter_of_an_hour_and_within_a_bound()
    {
        var seen = new SeenInteractions(_time, most: 100);
        Assert.True(seen.Add(new(1)));
        Assert.False(seen.Add(new(1)));
        foreach (var id in Enumerable.Range(2, 500))
            seen.Add(new((ulong)id));
        Assert.Equal(100, seen.Count);
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.True(seen.Add(new(501)));
        Assert.Equal(1, seen.Count);
    }

    private Task<InteractionResponse?> Handle(Interaction interaction, CancellationToken stop)
    {
        _handled.Add(interaction);
        return Task.FromResult(_answer);
    }

    private Task<(HttpStatusCode Status, string Body)> PostAsync(string body) => PostAsync(body, Now(), Sign(Now(), body));

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string body, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Http) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (timestamp is not null)
            request.Headers.Add("X-Signature-Timestamp", timestamp);
        if (signature is not null)
            request.Headers.Add("X-Signature-Ed25519", signature);
        var client = _services.GetRequiredService<IHttpClientFactory>().CreateClient(RestPipe.ClientName);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private string Now(int seconds = 0) => (_time.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private string Sign(string timestamp, string body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(timestamp + body)));
}
