using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.DiscordApi;

/// <summary>Discord on this machine: its HTTP API v10 and its gateway on 127.0.0.1, with people, servers and accidents to script. See README.md beside it.</summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly World _world;
    private readonly CallLog _calls;
    private readonly RestServer _rest;
    private readonly GatewayEndpoint _gateway;
    private readonly WebApplication _app;

    private DiscordServer(DiscordServerOptions options)
    {
        _world = new(options);
        _calls = new(_world);
        GatewayLog = new(_world);
        _rest = new(_world, Faults, _calls);
        _gateway = new(_world, GatewayLog);
        _app = Build(options.Port);
        _app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        _app.Run(HandleAsync);
    }

    /// <summary>Such as <c>http://127.0.0.1:41234</c>; the API is under <see cref="Api"/>.</summary>
    public Uri Address => _world.Address;

    /// <summary>Base of the API: <c>http://127.0.0.1:41234/api/v10/</c>.</summary>
    public Uri Api => new(Address, "/api/v10/");

    /// <summary>Every HTTP call, in order.</summary>
    public IReadOnlyList<Call> Calls => _calls.All;

    /// <summary>What happened on the gateway.</summary>
    public GatewayLog GatewayLog { get; }

    /// <summary>What is to go wrong with HTTP calls.</summary>
    public Faults Faults { get; } = new();

    public RateLimits RateLimits => _world.Options.RateLimits;

    /// <summary>401, 403 and 429 answers of the last 10 minutes, without those of scope "shared".</summary>
    public int InvalidRequests => _rest.Invalid.Count;

    /// <summary>Ed25519 key in hex, with which POSTed interactions are signed.</summary>
    public string PublicKey => _world.Sender.PublicKey;

    /// <summary>How interactions are signed from now on.</summary>
    public Signing Signing
    {
        get => _world.Sender.Signing;
        set => _world.Sender.Signing = value;
    }

    /// <summary>False: new gateway connections are refused with 503.</summary>
    public bool GatewayIsOpen
    {
        get => _gateway.IsOpen;
        set => _gateway.IsOpen = value;
    }

    /// <summary>Where every bot's interactions are POSTed; null: over the gateway. One bot's alone: <see cref="Bot.InteractionsUrl"/>.</summary>
    public Uri? InteractionsUrl
    {
        get => _world.See(() => _world.Bots.Values.Select(bot => bot.InteractionsUrl).FirstOrDefault());
        set => _world.Do(() =>
        {
            foreach (var bot in _world.Bots.Values) bot.InteractionsUrl = value;
        });
    }

    public IReadOnlyList<Interaction> Interactions => _world.See(() => _world.Interactions.Values.ToArray());

    public static async Task<DiscordServer> StartAsync(DiscordServerOptions? options = null, CancellationToken stop = default)
    {
        var server = new DiscordServer(options ?? new());
        await server._app.StartAsync(stop);
        server._world.Address = new(server._app.Urls.First());
        return server;
    }

    /// <summary>An application with a bot user, as made in the developer portal.</summary>
    public Bot AddBot(string token, string name) => _world.Do(() => new Bot(_world, token, name));

    public Person AddPerson(string name) => _world.Do(() =>
    {
        var person = new Person(_world, name);
        _world.People.Add(person.Id, person);
        return person;
    });

    public Guild AddGuild(string name, Person owner) => _world.Do(() =>
    {
        var guild = new Guild(_world, name, owner);
        _world.Guilds.Add(guild.Id, guild);
        return guild;
    });

    /// <summary>A conversation among people, without a bot: of two, or a group's.</summary>
    public Channel AddPrivateChannel(params Person[] people) => _world.Do(() =>
    {
        var channel = new Channel(_world, _world.Ids.Next(), people.Length > 2 ? ChannelKind.GroupDirectMessage : ChannelKind.DirectMessage, "") { People = people };
        _world.Channels.Add(channel.Id, channel);
        return channel;
    });

    /// <summary>Waits for a call that was made already or comes; it may still be without an answer.</summary>
    public Task<Call> CallAsync(Func<Call, bool> where, CancellationToken stop = default) =>
        _world.UntilAsync(() => _calls.Find(where), "The call did not come.", stop);

    /// <summary>Posts a PING to an interactions URL, as the developer portal does when the URL is saved; gives the HTTP status and body.</summary>
    public Task<(int Status, string Body)> PingAsync(Uri url, Signing signing = Signing.Right, DateTimeOffset? at = null, CancellationToken stop = default) =>
        PostInteractionAsync(url, new() { ["id"] = $"{_world.Do(_world.Ids.Next)}", ["type"] = 1, ["version"] = 1, ["token"] = World.Secret(20) }, signing, at, stop);

    /// <summary>Posts any body to an interactions URL, signed as told; for replays post the same body twice.</summary>
    /// <param name="at">The time in the header; now when null.</param>
    public Task<(int Status, string Body)> PostInteractionAsync(Uri url, JsonObject body, Signing signing = Signing.Right, DateTimeOffset? at = null, CancellationToken stop = default) =>
        _world.Sender.PostAsync(_world, url, Json.Bytes(body), signing, at, stop);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _world.Sender.Dispose();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = long.MaxValue);
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder.Build();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        try
        {
            if (path.StartsWith("/gateway", StringComparison.Ordinal) || path.StartsWith("/resume", StringComparison.Ordinal)) await _gateway.HandleAsync(context);
            else if (path.StartsWith("/api/v10/", StringComparison.Ordinal)) await _rest.HandleAsync(context, path["/api/v10/".Length..]);
            else await GiveFileAsync(context, path);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot went away.
        }
    }

    private async Task GiveFileAsync(HttpContext context, string path)
    {
        var file = _world.See(() => _world.Attachments.GetValueOrDefault(path));
        context.Response.StatusCode = file is null ? 404 : 200;
        if (file is null) return;
        context.Response.ContentType = file.ContentType ?? "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
