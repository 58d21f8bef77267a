using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Local;

namespace NewsBot.Verbs;

/// <summary>healthcheck: asks the running bot whether it is ready; for containers, which have no curl.</summary>
internal static class HealthcheckVerb
{
    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("healthcheck", "Ask the running bot whether it is ready.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        using var app = BotHost.BuildWithoutPage(Home.Find(), hasLoops: false);
        var address = new UriBuilder(app.Services.GetRequiredService<IOptions<LocalOptions>>().Value.Address) { Path = "/health/ready" };
        // In a container the bot may listen on every address; the one to ask is always our own.
        if (address.Host is "0.0.0.0" or "[::]" or "+" or "*") address.Host = "127.0.0.1";
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3) });
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            using var answer = await client.SendAsync(new(HttpMethod.Get, address.Uri), timeout.Token);
            var word = (await answer.Content.ReadAsStringAsync(timeout.Token)).Trim();
            Console.WriteLine(word);
            return answer.IsSuccessStatusCode ? CommandLineInterface.Fine : CommandLineInterface.Failed;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            throw new UserMistakeException($"No NewsBot answers at {address.Uri.GetLeftPart(UriPartial.Authority)}.");
        }
    }
}
