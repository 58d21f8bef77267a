using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

public sealed class RestTests
{
    private const string Made = """{"id":"77","channel_id":"10","content":"hi","flags":0}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_out_with_its_nonce_and_pings_nobody()
    {
        var bodies = new ConcurrentQueue<(string Path, string Auth, string Agent, string Body)>();
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            bodies.Enqueue((context.Request.Path, context.Request.Headers.Authorization.ToString(), context.Request.Headers.UserAgent.ToString(), await context.BodyAsync()));
            await context.JsonAsync(200, Made);
        });
        await using var rig = new Rig(server);

        var outcome = await rig.Rest.CreateMessageAsync(new(10), new() { Content = "hi", Nonce = "n1", EnforceNonce = true }, stop: Stop);

        Assert.Equal(new Snowflake(77), Assert.IsType<Ok<Message>>(outcome).Value.Id);
        var (path, auth, agent, body) = Assert.Single(bodies);
        Assert.Equal("/api/v10/channels/10/messages", path);
        Assert.Equal($"Bot {Rig.Token}", auth);
        Assert.StartsWith("DiscordBot (", agent, StringComparison.Ordinal);
        Assert.Equal("""{"content":"hi","allowed_mentions":{"parse":[]},"nonce":"n1","enforce_nonce":true}""", body);
    }

    [Fact]
    public async Task Files_go_out_beside_their_message()
    {
        var (json, file) = ("", "");
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            json = form["payload_json"].ToString();
            file = form.Files["files[0]"]!.FileName;
            await context.JsonAsync(200, Made);
        });
        await using var rig = new Rig(server);
        var body = new MessageBody { Embeds = [new() { Title = "t", Image = new("attachment://a.png") }], Attachments = [new(0, "a.png")] };

        var outcome = await rig.Rest.CreateMessageAsync(new(10), body, [new("a.png", "image/png", new byte[] { 1, 2, 3 })], stop: Stop);

        Assert.IsType<Ok<Message>>(outcome);
        Assert.Contains("attachment://a.png", json, StringComparison.Ordinal);
        Assert.Equal("a.png", file);
    }

    [Fact]
    public async Task A_short_429_is_waited_for_and_the_message_sent_again()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            await context.BodyAsync();
            await (Interlocked.Increment(ref calls) == 1
                ? context.JsonAsync(429, """{"message":"slow","retry_after":0.05,"global":false}""", ("X-RateLimit-Scope", "user"))
                : context.JsonAsync(200, Made));
        });
        await using var rig = new Rig(server);
        Assert.IsType<Ok<Message>>(await SendAsync(rig));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_long_429_is_told_to_the_caller_who_decides()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(429, """{"message":"slow","retry_after":41.5,"global":false}""", ("X-RateLimit-Scope", "shared"));
        });
        await using var rig = new Rig(server, time: new FakeTimeProvider());
        Assert.Equal(new Failed<Message>(new RateLimited(TimeSpan.FromSeconds(41.5), RateScope.Shared)), await SendAsync(rig));

        // The next one knows without asking, and other channels go on.
        Assert.IsType<RateLimited>(Assert.IsType<Failed<Message>>(await SendAsync(rig)).Why);
        Assert.Equal(1, calls);
        await SendAsync(rig, channel: 11);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_global_429_stops_every_channel()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(429, """{"message":"slow","retry_after":30,"global":true}""", ("X-RateLimit-Scope", "global"));
        });
        await using var rig = new Rig(server, time: new FakeTimeProvider());
        await SendAsync(rig);
        Assert.Equal(RateScope.Global, Assert.IsType<RateLimited>(Assert.IsType<Failed<Message>>(await SendAsync(rig, channel: 11)).Why).Scope);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_429_that_is_not_Discords_own_means_the_whole_address()
    {
        await using var server = await ScriptedServer.StartAsync(context => context.JsonAsync(429, "<html>", ("Retry-After", "60")));
        await using var rig = new Rig(server, time: new FakeTimeProvider());
        Assert.Equal(new Failed<Message>(new RateLimited(TimeSpan.FromSeconds(60), RateScope.Global)), await SendAsync(rig));
    }

    [Fact]
    public async Task A_wrong_token_ends_everything_after_one_request()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(401, """{"message":"401: Unauthorized","code":0}""");
        });
        await using var rig = new Rig(server);
        Assert.Equal(new Failed<Message>(new TokenIsWrong()), await SendAsync(rig));
        Assert.Equal(new Failed<Message>(new TokenIsWrong()), await SendAsync(rig, channel: 11));
        Assert.IsType<TokenIsWrong>(Assert.IsType<Failed<User>>(await rig.Rest.GetMeAsync(Stop)).Why);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Too_many_refusals_silence_us_until_the_window_has_passed()
    {
        var (calls, time) = (0, new FakeTimeProvider());
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(403, """{"message":"Missing Access","code":50001}""");
        });
        await using var rig = new Rig(server, Rig.Settings with { InvalidRequestLimit = 3 }, time: time);
        foreach (var channel in Enumerable.Range(1, 3))
            Assert.Equal(new Failed<Message>(new Refused(403, 50001, "Missing Access")), await SendAsync(rig, (ulong)channel));
        Assert.IsType<HeldBack>(Assert.IsType<Failed<Message>>(await SendAsync(rig, 4)).Why);
        Assert.Equal(3, calls);

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<Refused>(Assert.IsType<Failed<Message>>(await SendAsync(rig, 5)).Why);
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task Shared_429s_are_not_counted_as_our_refusals()
    {
        await using var server = await ScriptedServer.StartAsync(context =>
            context.JsonAsync(429, """{"message":"slow","retry_after":100,"global":false}""", ("X-RateLimit-Scope", "shared")));
        await using var rig = new Rig(server, Rig.Settings with { InvalidRequestLimit = 2 }, time: new FakeTimeProvider());
        foreach (var channel in Enumerable.Range(1, 5))
            Assert.IsType<RateLimited>(Assert.IsType<Failed<Message>>(await SendAsync(rig, (ulong)channel)).Why);
    }

    [Fact]
    public async Task An_interaction_that_is_gone_is_never_tried_again()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(404, """{"message":"Unknown Webhook","code":10015}""");
        });
        await using var rig = new Rig(server);
        foreach (var _ in Enumerable.Range(0, 3))
            Assert.Equal(10015, Assert.IsType<Refused>(Assert.IsType<Failed<Message>>(await rig.Rest.FollowUpAsync(Rig.Interaction(), new() { Content = "x" }, Stop)).Why).Code);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_message_that_is_gone_does_not_condemn_its_interaction()
    {
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            calls++;
            await context.JsonAsync(404, """{"message":"Unknown Message","code":10008}""");
        });
        await using var rig = new Rig(server);
        await rig.Rest.GetOriginalAsync(Rig.Interaction(), Stop);
        await rig.Rest.GetOriginalAsync(Rig.Interaction(), Stop);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task What_Discord_finds_wrong_is_told_by_field()
    {
        await using var server = await ScriptedServer.StartAsync(context => context.JsonAsync(400, """
            {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer."}]}}}}}
            """));
        await using var rig = new Rig(server);
        Assert.Equal(new Failed<Message>(new Refused(400, 50035, "Invalid Form Body", "embeds.0.title: Must be 256 or fewer.")), await SendAsync(rig));
    }

    [Fact]
    public async Task A_server_error_may_have_sent_the_message()
    {
        await using var server = await ScriptedServer.StartAsync(context => context.JsonAsync(502, "<html>"));
        await using var rig = new Rig(server);
        Assert.True(Assert.IsType<Unreachable>(Assert.IsType<Failed<Message>>(await SendAsync(rig)).Why).MaybeSent);
    }

    [Fact]
    public async Task A_connection_cut_after_the_body_may_have_sent_the_message()
    {
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            await context.BodyAsync();
            context.Abort();
        });
        await using var rig = new Rig(server);
        Assert.True(Assert.IsType<Unreachable>(Assert.IsType<Failed<Message>>(await SendAsync(rig)).Why).MaybeSent);
    }

    [Fact]
    public async Task A_connection_that_was_never_made_has_certainly_sent_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var rig = new Rig(new Uri($"http://127.0.0.1:{port}/"));
        Assert.False(Assert.IsType<Unreachable>(Assert.IsType<Failed<Message>>(await SendAsync(rig)).Why).MaybeSent);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up_as_maybe_sent()
    {
        var time = new FakeTimeProvider();
        var arrived = new TaskCompletionSource();
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            await context.BodyAsync();
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var rig = new Rig(server, time: time);
        var sending = SendAsync(rig);
        await arrived.Task;
        time.Advance(TimeSpan.FromSeconds(21));
        Assert.True(Assert.IsType<Unreachable>(Assert.IsType<Failed<Message>>(await sending).Why).MaybeSent);
    }

    [Fact]
    public async Task No_token_is_ever_in_a_log_line_an_outcome_or_a_printed_record()
    {
        const string InteractionToken = "aW50ZXJhY3Rpb24-TOKEN";
        var calls = 0;
        await using var server = await ScriptedServer.StartAsync(async context =>
        {
            switch (Interlocked.Increment(ref calls) % 5)
            {
                case 0: await context.JsonAsync(500, "{}"); break;
                case 1: await context.JsonAsync(429, """{"retry_after":0.01}""", ("X-RateLimit-Scope", "user")); break;
                case 2: await context.JsonAsync(403, """{"message":"no","code":50013}"""); break;
                case 3: context.Abort(); break;
                default: await context.JsonAsync(200, "not json"); break;
            }
        });
        await using var rig = new Rig(server);
        List<object> printed = [Rig.Settings, new GatewaySettings { Token = new(Rig.Token) }, Rig.Interaction()];
        foreach (var number in Enumerable.Range(1, 10))
        {
            var interaction = Rig.Interaction((ulong)number, InteractionToken + number);
            printed.Add(await rig.Rest.FollowUpAsync(interaction, new() { Content = "x" }, Stop));
            printed.Add(await rig.Rest.AnswerAsync(interaction, new ReplyLater(), Stop));
            printed.Add(await SendAsync(rig));
            printed.Add(Route.Webhook(HttpMethod.Post, new(1), interaction.Token));
        }

        var output = rig.Lines.All + string.Join('\n', printed);
        Assert.Contains("webhooks/{webhook}/{token}", output, StringComparison.Ordinal);
        Assert.DoesNotContain(InteractionToken, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Rig.Token, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_interactions_carry_no_bot_token()
    {
        var auth = "none yet";
        await using var server = await ScriptedServer.StartAsync(context =>
        {
            auth = context.Request.Headers.Authorization.ToString();
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        await using var rig = new Rig(server);
        Assert.IsType<Ok<Nothing>>(await rig.Rest.AnswerAsync(Rig.Interaction(), ReplyLater.Privately, Stop));
        Assert.Equal("", auth);
    }

    [Fact]
    public void Payloads_have_Discords_shape()
    {
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", Json<InteractionResponse>(ReplyLater.Privately));
        Assert.Equal("""{"type":1}""", Json<InteractionResponse>(new Pong()));
        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"a","value":"b"},{"name":"c","value":2}]}}""", Json<InteractionResponse>(new Suggestions(new([new("a", "b"), new("c", 2)]))));
        Assert.Equal(
            """{"components":[{"type":17,"components":[{"type":10,"content":"t"},{"type":1,"components":[{"type":2,"style":5,"label":"Read","url":"https://a.example/"}]}]}],"allowed_mentions":{"parse":[]},"flags":32768}""",
            Json(new MessageBody
            {
                Flags = MessageFlags.ComponentsV2,
                Components = [new Container([new TextDisplay("t"), new ActionRow([new Button(ButtonStyle.Link, "Read", Url: "https://a.example/")])])],
            }));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)DiscordJson.Default.GetTypeInfo(typeof(T))!);

    private static Task<RestOutcome<Message>> SendAsync(Rig rig, ulong channel = 10) => rig.Rest.CreateMessageAsync(new(channel), new() { Content = "hi" }, stop: Stop);
}
