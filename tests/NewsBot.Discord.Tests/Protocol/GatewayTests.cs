using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

/// <summary>The gateway client against scripted servers; each list entry is what the server does with one connection, in turn.</summary>
public sealed class GatewayTests
{
    private const string AnInteraction = """{"id":"900","application_id":"2","type":2,"token":"itok","version":1,"guild_id":"5","channel_id":"6","member":{"user":{"id":"3","username":"ann"},"roles":[],"permissions":"32"},"data":{"id":"7","name":"news","type":1,"options":[{"name":"latest","type":1,"options":[{"name":"count","type":4,"value":3}]}]},"entitlements":[]}""";

    private readonly Channel<GatewayEvent> _events = Channel.CreateUnbounded<GatewayEvent>();
    private readonly SessionsInMemory _store = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_identifies_with_the_guilds_intent_alone_and_hands_on_events(bool compress)
    {
        JsonElement? identify = null;
        var (query, agent) = ("", "");
        await using var world = await StartAsync(compress, async peer =>
        {
            (query, agent) = (peer.Query, peer.UserAgent);
            await peer.HelloAsync();
            identify = await peer.ReceiveAsync();
            await peer.ReadyAsync("s1", peer.Home);
            await peer.EventAsync("INTERACTION_CREATE", 2, AnInteraction);
            await peer.ReceiveAsync();
        });

        Assert.IsType<Ready>(await NextAsync());
        var interaction = Assert.IsType<InteractionCreated>(await NextAsync()).Interaction;
        Assert.Equal("3", interaction.Data!.Options![0].Options![0].Value!.Value.Text);
        Assert.Equal("ann", interaction.Caller!.Username);
        Assert.Equal(2, identify!.Value.GetProperty("op").GetInt32());
        Assert.Equal(1, identify.Value.GetProperty("d").GetProperty("intents").GetInt32());
        Assert.Equal(Rig.Token, identify.Value.GetProperty("d").GetProperty("token").GetString());
        Assert.Equal([0, 1], identify.Value.GetProperty("d").GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal(compress ? "?v=10&encoding=json&compress=zlib-stream" : "?v=10&encoding=json", query);
        Assert.StartsWith("DiscordBot (", agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_request_to_reconnect_it_resumes_behind_the_last_event()
    {
        JsonElement? resume = null;
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.EventAsync("CHANNEL_CREATE", 41, """{"id":"6","guild_id":"5","type":0}""");
                await peer.SendAsync("""{"op":7,"d":null}""");
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                resume = await peer.ReceiveAsync();
                await peer.EventAsync("RESUMED", 42, "{}");
                await peer.ReceiveAsync();
            });

        Assert.IsType<Ready>(await NextAsync());
        Assert.IsType<ChannelChanged>(await NextAsync());
        Assert.IsType<Resumed>(await NextAsync());
        AssertResume(resume, "s1", 41);
    }

    [Theory]
    [InlineData("true", 6)]
    [InlineData("false", 2)]
    public async Task An_invalid_session_is_resumed_or_begun_anew_as_Discord_says(string resumable, int expectedOp)
    {
        JsonElement? second = null;
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.SendAsync($$"""{"op":9,"d":{{resumable}}}""");
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                second = await peer.ReceiveAsync();
                await peer.ReadyAsync("s2", peer.Home);
                await peer.ReceiveAsync();
            });
        await NextAsync();
        await NextAsync();
        Assert.Equal(expectedOp, second!.Value.GetProperty("op").GetInt32());
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4009, 6)]
    [InlineData(1001, 6)]
    [InlineData(4007, 2)]
    public async Task After_a_close_it_resumes_or_identifies_by_the_code(int code, int expectedOp)
    {
        JsonElement? second = null;
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.CloseAsync(code);
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                second = await peer.ReceiveAsync();
                await peer.ReadyAsync("s2", peer.Home);
                await peer.ReceiveAsync();
            });
        await NextAsync();
        await NextAsync();
        Assert.Equal(expectedOp, second!.Value.GetProperty("op").GetInt32());
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4014, "intent")]
    public async Task A_fatal_close_ends_it_with_one_sentence(int code, string word)
    {
        await using var world = await StartAsync(true, async peer =>
        {
            await peer.HelloAsync();
            await peer.ReceiveAsync();
            await peer.CloseAsync(code);
            await peer.ReceiveAsync();
        });
        Assert.Contains(word, await world.Running, StringComparison.Ordinal);
        Assert.Equal(1, world.Connections);
    }

    [Fact]
    public async Task A_connection_that_no_longer_answers_heartbeats_is_left_and_resumed()
    {
        JsonElement? resume = null;
        var closed = new TaskCompletionSource<int?>();
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await peer.HelloAsync(interval: 14_000);
                await peer.ReceiveAsync();
                await peer.ReadyAsync("s1", peer.Home, 17);
                await peer.ReceiveAsync(answerHeartbeats: false);
                closed.TrySetResult(peer.ClosedWith);
            },
            async peer =>
            {
                await peer.HelloAsync();
                resume = await peer.ReceiveAsync();
                await peer.EventAsync("RESUMED", 18, "{}");
                await peer.ReceiveAsync();
            });
        await NextAsync();
        Assert.IsType<Resumed>(await NextAsync());
        AssertResume(resume, "s1", 17);
        Assert.Equal(CloseCodes.KeepSession, await closed.Task);
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_is_sent_at_once_with_the_sequence()
    {
        var beat = new TaskCompletionSource<JsonElement?>();
        await using var world = await StartAsync(true, async peer =>
        {
            await peer.HelloAsync(interval: 100_000_000);
            await peer.ReceiveAsync();
            await peer.ReadyAsync("s1", peer.Home, 9);
            await peer.SendAsync("""{"op":1,"d":null}""");
            beat.TrySetResult(await peer.ReceiveAnyAsync());
            await peer.ReceiveAsync();
        });
        Assert.Equal(9, (await beat.Task)!.Value.GetProperty("d").GetInt64());
    }

    [Fact]
    public async Task A_cut_connection_is_resumed()
    {
        JsonElement? resume = null;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await begun.Task;
                peer.Cut();
            },
            async peer =>
            {
                await peer.HelloAsync();
                resume = await peer.ReceiveAsync();
                await peer.EventAsync("RESUMED", 2, "{}");
                await peer.ReceiveAsync();
            });
        Assert.IsType<Ready>(await NextAsync());
        begun.SetResult();
        Assert.IsType<Resumed>(await NextAsync());
        AssertResume(resume, "s1", 1);
    }

    [Fact]
    public async Task A_resume_that_Discord_closes_with_a_code_of_its_own_is_followed_by_an_identify()
    {
        JsonElement? third = null;
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.CloseAsync(4000);
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                await peer.ReceiveAsync();
                await peer.CloseAsync(4003);
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                third = await peer.ReceiveAsync();
                await peer.ReadyAsync("s2", peer.Home);
                await peer.ReceiveAsync();
            });
        await NextAsync();
        await NextAsync();
        Assert.Equal(2, third!.Value.GetProperty("op").GetInt32());
    }

    [Fact]
    public async Task A_stop_keeps_the_session_and_the_next_start_resumes_it()
    {
        var closed = new TaskCompletionSource<int?>();
        JsonElement? resume = null;
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.EventAsync("CHANNEL_CREATE", 12, """{"id":"6","guild_id":"5","type":0}""");
                await peer.ReceiveAsync();
                closed.TrySetResult(peer.ClosedWith);
            },
            async peer =>
            {
                await peer.HelloAsync();
                resume = await peer.ReceiveAsync();
                await peer.EventAsync("RESUMED", 13, "{}");
                await peer.ReceiveAsync();
            });
        await NextAsync();
        await NextAsync();
        Assert.Null(await world.StopAsync());
        Assert.Equal(CloseCodes.KeepSession, await closed.Task);

        await world.RestartAsync(_store, Handle);
        Assert.IsType<Resumed>(await NextAsync());
        AssertResume(resume, "s1", 12);
    }

    [Fact]
    public async Task An_event_whose_handler_has_not_returned_is_asked_for_again_after_a_restart()
    {
        var entered = new TaskCompletionSource();
        await using var world = await StartAsync(
            true,
            [async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.EventAsync("CHANNEL_CREATE", 2, """{"id":"6","guild_id":"5","type":0}""");
                await peer.EventAsync("CHANNEL_CREATE", 3, """{"id":"7","guild_id":"5","type":0}""");
                await peer.ReceiveAsync();
            }],
            async (happened, stop) =>
            {
                if (happened is not ChannelChanged { Channel.Id.Value: 7 })
                    return;
                entered.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
            });
        await entered.Task;
        await world.StopAsync();
        Assert.Equal(2, (await _store.LoadAsync(new(0, 1), CancellationToken.None))!.Sequence);
    }

    [Fact]
    public async Task What_it_does_not_know_is_counted_and_skipped()
    {
        await using var world = await StartAsync(true, async peer =>
        {
            await BeginAsync(peer, "s1");
            await peer.SendAsync("""{"op":77,"d":{}}""");
            await peer.EventAsync("SOMETHING_NEW", 2, """{"a":[1,2,{"b":null}]}""");
            await peer.EventAsync("INTERACTION_CREATE", 3, """{"id":{}}""");
            await peer.SendAsync("""[1,2""");
            await peer.SendAsync(""" "text" """);
            await peer.EventAsync("GUILD_DELETE", 4, """{"id":"5"}""");
            await peer.ReceiveAsync();
        });
        Assert.IsType<Ready>(await NextAsync());
        Assert.IsType<GuildRemoved>(await NextAsync());
        var counts = world.Rig.Gateway.Counts;
        Assert.Equal((1, 1, 3), (counts.UnknownOps, counts.UnknownEvents, counts.Malformed));
    }

    [Fact]
    public async Task A_handler_that_fails_does_not_end_the_stream()
    {
        await using var world = await StartAsync(
            true,
            [async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.EventAsync("GUILD_DELETE", 4, """{"id":"5"}""");
                await peer.ReceiveAsync();
            }],
            async (happened, stop) =>
            {
                await _events.Writer.WriteAsync(happened, stop);
                throw new InvalidOperationException("on purpose");
            });
        Assert.IsType<Ready>(await NextAsync());
        Assert.IsType<GuildRemoved>(await NextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_a_megabyte_is_read_whole(bool compress)
    {
        await using var world = await StartAsync(compress, async peer =>
        {
            await BeginAsync(peer, "s1");
            var channels = string.Join(',', Enumerable.Range(1, 12_000).Select(id => $$"""{"id":"{{id}}","type":0,"permission_overwrites":[{"id":"5","type":0,"allow":"0","deny":"1024"}]}"""));
            await peer.EventAsync("GUILD_CREATE", 2, $$"""{"id":"5","owner_id":"3","unavailable":false,"roles":[],"channels":[{{channels}}],"threads":[],"members":[]}""");
            await peer.ReceiveAsync();
        });
        await NextAsync();
        Assert.Equal(12_000, Assert.IsType<GuildAvailable>(await NextAsync()).Guild.Channels!.Count);
    }

    [Fact]
    public async Task A_message_beyond_the_bound_ends_the_connection_before_it_fills_memory()
    {
        var second = new TaskCompletionSource();
        await using var world = await StartAsync(
            true,
            async peer =>
            {
                await BeginAsync(peer, "s1");
                await peer.EventAsync("CHANNEL_CREATE", 2, '"' + new string('a', 17 * 1024 * 1024) + '"');
                await peer.ReceiveAsync();
            },
            async peer =>
            {
                await peer.HelloAsync();
                second.TrySetResult();
                await peer.ReceiveAsync();
            });
        await second.Task;
    }

    [Fact]
    public async Task The_token_is_in_no_log_line_of_the_gateway()
    {
        await using var world = await StartAsync(true, async peer =>
        {
            await BeginAsync(peer, "s1");
            await peer.EventAsync("INTERACTION_CREATE", 2, AnInteraction.Replace("itok", "interaction-secret", StringComparison.Ordinal));
            await peer.CloseAsync(4004);
            await peer.ReceiveAsync();
        });
        await NextAsync();
        var interaction = await NextAsync();
        await world.Running;
        var output = world.Rig.Lines.All + interaction;
        Assert.NotEmpty(world.Rig.Lines.All);
        Assert.DoesNotContain(Rig.Token, output, StringComparison.Ordinal);
        Assert.DoesNotContain("interaction-secret", output, StringComparison.Ordinal);
    }

    private static void AssertResume(JsonElement? command, string session, long sequence)
    {
        Assert.Equal(6, command!.Value.GetProperty("op").GetInt32());
        Assert.Equal(session, command.Value.GetProperty("d").GetProperty("session_id").GetString());
        Assert.Equal(sequence, command.Value.GetProperty("d").GetProperty("seq").GetInt64());
        Assert.Equal(Rig.Token, command.Value.GetProperty("d").GetProperty("token").GetString());
    }

    private static async Task BeginAsync(GatewayPeer peer, string session)
    {
        await peer.HelloAsync();
        await peer.ReceiveAsync();
        await peer.ReadyAsync(session, peer.Home);
    }

    private async Task<GatewayEvent> NextAsync()
    {
        using var hang = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _events.Reader.ReadAsync(hang.Token);
    }

    private Task<World> StartAsync(bool compress, params Func<GatewayPeer, Task>[] connections) =>
        StartAsync(compress, connections, Handle);

    private async Task Handle(GatewayEvent happened, CancellationToken stop) => await _events.Writer.WriteAsync(happened, stop);

    private async Task<World> StartAsync(bool compress, Func<GatewayPeer, Task>[] connections, GatewayHandler handler)
    {
        var world = new World();
        var scripts = new ConcurrentQueue<Func<GatewayPeer, Task>>(connections);
        world.Server = await ScriptedServer.StartAsync(
            context => context.JsonAsync(200, $$"""{"url":"{{world.Server.Gateway}}","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":0,"max_concurrency":1} }"""),
            peer =>
            {
                world.Connections++;
                return scripts.TryDequeue(out var script) ? script(peer) : peer.ReceiveAsync();
            });
        world.Rig = new(world.Server, gateway: new() { Token = new(Rig.Token), Compress = compress }, store: _store, time: new HurriedTime());
        world.Running = world.Rig.Gateway.RunAsync(handler, world.Stop.Token);
        return world;
    }

    private sealed class World : IAsyncDisposable
    {
        public CancellationTokenSource Stop { get; private set; } = new();

        public ScriptedServer Server { get; set; } = null!;

        public Rig Rig { get; set; } = null!;

        public Task<string?> Running { get; set; } = null!;

        public int Connections { get; set; }

        public async Task<string?> StopAsync()
        {
            await Stop.CancelAsync();
            return await Running;
        }

        /// <summary>The program again, with what it stored.</summary>
        public async Task RestartAsync(ISessionStore store, GatewayHandler handler)
        {
            await Rig.DisposeAsync();
            Stop.Dispose();
            Stop = new();
            Rig = new(Server, store: store, time: new HurriedTime());
            Running = Rig.Gateway.RunAsync(handler, Stop.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            await Rig.DisposeAsync();
            await Server.DisposeAsync();
            Stop.Dispose();
        }
    }
}
