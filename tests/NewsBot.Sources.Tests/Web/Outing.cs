using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Sources.Web;

namespace NewsBot.Sources.Tests.Web;

/// <summary>The fetcher as the bot builds it, with an operator's allowance, a resolver and a clock that a test can set.</summary>
internal sealed class Outing : IDisposable
{
    private readonly ServiceProvider _services;

    public Outing(string[]? allow = null, FetchLimits? limits = null, INameResolver? names = null, bool allowLoopback = true, string contact = "https://newsroom.example/bot")
    {
        var settings = new Dictionary<string, string?> { ["Sources:Contact"] = contact, ["Sources:Spacing"] = "00:00:00", ["Sources:AtOncePerHost"] = "8" };
        string[] allowed = [.. allow ?? [], .. allowLoopback ? new[] { "127.0.0.1" } : []];
        for (var i = 0; i < allowed.Length; i++) settings[$"Sources:Allow:{i}"] = allowed[i];
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton(names ?? Names).AddSingleton(limits ?? new());
        _services = services.AddSafeFetching(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public FakeNames Names { get; } = new();

    public Fetcher Fetcher => _services.GetRequiredService<Fetcher>();

    public Robots Robots => _services.GetRequiredService<Robots>();

    public Task<FetchResult> Get(Uri address, Validators? known = null) => Fetcher.FetchAsync(new(address, known), TestContext.Current.CancellationToken);

    public Task<FetchResult> Get(string address) => Get(new Uri(address));

    public void Dispose() => _services.Dispose();
}

/// <summary>A resolver whose answers a test writes; each look-up takes the next answer, and the last stays.</summary>
internal sealed class FakeNames : INameResolver
{
    private readonly Dictionary<string, Queue<IPAddress[]>> _answers = [];

    public int LookUps { get; private set; }

    public FakeNames With(string host, params string[] answers)
    {
        _answers[host] = new(answers.Select(answer => answer.Split(',').Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken stop)
    {
        LookUps++;
        if (!_answers.TryGetValue(host, out var queue)) throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        return Task.FromResult<IReadOnlyList<IPAddress>>(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
    }
}
